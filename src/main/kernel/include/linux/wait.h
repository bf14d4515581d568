/* Queues of tasks that wait for something, and completions: an event that occurs once. */
struct wait_queue_head {
	raw_spinlock_t lock; /* also for PREEMPT_RT's simple queues */
	struct task_struct *first;
};
typedef struct wait_queue_head wait_queue_head_t;

#define DECLARE_WAIT_QUEUE_HEAD(name) struct wait_queue_head name
#define init_waitqueue_head(wq) do { \
	raw_spin_lock_init(&(wq)->lock); \
	(wq)->first = NULL; \
} while (0)
#define waitqueue_active(wq) (READ_ONCE((wq)->first) != NULL)
#define wake_up_all(wq) wake_up(wq)
#define wake_up_interruptible(wq) wake_up(wq)
#define wake_up_interruptible_all(wq) wake_up(wq)

#define wait_event(wq, condition) do { \
	might_sleep(); \
	for (;;) { \
		wait_in_line(&(wq), TASK_UNINTERRUPTIBLE); \
		if (condition) \
			break; \
		schedule(); \
	} \
	leave_line(&(wq)); \
} while (0)
#define wait_event_timeout(wq, condition, timeout) ({ \
	long __left = (timeout); \
	might_sleep(); \
	for (;;) { \
		wait_in_line(&(wq), TASK_UNINTERRUPTIBLE); \
		if (condition) { \
			__left = __left ? __left : 1; \
			break; \
		} \
		if (!__left) \
			break; \
		__left = schedule_timeout(__left); \
	} \
	leave_line(&(wq)); \
	__left; \
})
/* Nothing sends signals here. */
#define wait_event_interruptible(wq, condition) ({ wait_event(wq, condition); 0; })
#define wait_event_interruptible_timeout(wq, condition, timeout) \
	wait_event_timeout(wq, condition, timeout)

struct completion {
	unsigned int done;
	struct wait_queue_head wait;
};

#define COMPLETED_FOR_ALL (~0U)
#define DECLARE_COMPLETION(name) struct completion name
/* Static, because other CPUs cannot reach a stack: one task at a time may be in such a function. */
#define DECLARE_COMPLETION_ONSTACK(name) \
	static struct completion name; \
	init_completion(&name)
#define init_completion(x) do { \
	(x)->done = 0; \
	init_waitqueue_head(&(x)->wait); \
} while (0)
#define reinit_completion(x) WRITE_ONCE((x)->done, 0)
#define completion_done(x) (READ_ONCE((x)->done) != 0)
#define wait_for_completion(x) ((void)wait_for_completion_timeout(x, MAX_SCHEDULE_TIMEOUT))
#define wait_for_completion_interruptible(x) ({ wait_for_completion(x); 0; })
