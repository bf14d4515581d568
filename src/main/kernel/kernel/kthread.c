/*
 * kernel/kthread.c of v5.2.
 *
 * Simplified: a thread is created directly, in any context, on the creating CPU unless it is bound
 * to another one before it is woken. Numbers are never reused, so there can be MAX_KTHREADS threads
 * in a run.
 */

static atomic_t threads_made;

/* Asleep until it is first woken. -ENOMEM if there are too many. */
struct task_struct *kthread_create(int (*threadfn)(void *data), void *data, const char *namefmt, ...)
{
	int index = atomic_inc_return(&threads_made);
	struct task_struct *task = &kthreads[min(index, MAX_KTHREADS)];
	va_list args;

	if (index > MAX_KTHREADS || hw_stacks() == 1)
		return ERR_PTR(-ENOMEM);
	va_start(args, namefmt);
	vsnprintf(task->comm, sizeof(task->comm), namefmt, args);
	va_end(args);
	task->pid = 200 + index;
	task->index = index;
	task->cpu = smp_processor_id();
	task->threadfn = threadfn;
	task->data = data;
	WRITE_ONCE(task->state, TASK_NEW);
	return task;
}

/* Only before it is first woken. */
void kthread_bind(struct task_struct *task, unsigned int cpu)
{
	WARN_ON(task->state != TASK_NEW);
	task->cpu = cpu;
}

struct task_struct *kthread_create_on_cpu(int (*threadfn)(void *data), void *data, unsigned int cpu,
					  const char *namefmt)
{
	struct task_struct *task = kthread_create(threadfn, data, namefmt, cpu);

	if (!IS_ERR(task))
		kthread_bind(task, cpu);
	return task;
}

bool kthread_should_stop(void)
{
	return test_bit(KTHREAD_SHOULD_STOP, &current->thread_flags);
}

/* Tells it to end, and waits for that; returns its function's result. */
int kthread_stop(struct task_struct *task)
{
	might_sleep();
	WRITE_ONCE(task->stopper, current);
	set_bit(KTHREAD_SHOULD_STOP, &task->thread_flags);
	wake_up_process(task);
	for (;;) {
		set_current_state(TASK_UNINTERRUPTIBLE);
		if (READ_ONCE(task->state) == TASK_DEAD)
			break;
		schedule();
	}
	set_current_state(TASK_RUNNING);
	return task->exit_code;
}
