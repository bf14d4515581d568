/* Kernel threads. */
#define KTHREAD_SHOULD_STOP 0
#define KTHREAD_SHOULD_PARK 1

#define kthread_run(threadfn, data, namefmt, ...) ({ \
	struct task_struct *__thread = kthread_create(threadfn, data, namefmt, ##__VA_ARGS__); \
	if (!IS_ERR(__thread)) \
		wake_up_process(__thread); \
	__thread; \
})
#define get_task_struct(task) do { } while (0)
#define put_task_struct(task) do { } while (0)
#define kthread_should_park() false
#define signal_pending(task) false
#define allow_signal(signal) do { } while (0)
#define set_freezable() do { } while (0)
#define try_to_freeze() false
