/*
 * kernel/sched/wait.c and completion.c of v5.2.
 *
 * Simplified: a task is in one queue at a time, so its link is in the task.
 */

static inline void join_line(struct wait_queue_head *wq, struct task_struct *task)
{
	struct task_struct **end = &wq->first;

	if (task->waits_on == wq)
		return;
	while (*end)
		end = &(*end)->wait_next;
	task->wait_next = NULL;
	task->waits_on = wq;
	*end = task;
}

static inline void quit_line(struct wait_queue_head *wq, struct task_struct *task)
{
	struct task_struct **link = &wq->first;

	if (task->waits_on != wq)
		return;
	while (*link != task)
		link = &(*link)->wait_next;
	*link = task->wait_next;
	task->waits_on = NULL;
}

/* From now on a wake-up counts, even one before the task sleeps. */
void wait_in_line(struct wait_queue_head *wq, long state)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&wq->lock, flags);
	join_line(wq, current);
	set_current_state(state);
	raw_spin_unlock_irqrestore(&wq->lock, flags);
}

void leave_line(struct wait_queue_head *wq)
{
	unsigned long flags;

	set_current_state(TASK_RUNNING);
	raw_spin_lock_irqsave(&wq->lock, flags);
	quit_line(wq, current);
	raw_spin_unlock_irqrestore(&wq->lock, flags);
}

/* The queue does not change meanwhile. */
static inline void wake_whole_line(struct task_struct *sleeper)
{
	for (; sleeper; sleeper = sleeper->wait_next)
		wake_up_process(sleeper);
}

/* All of them: each checks whether it has to keep waiting. */
void wake_up(struct wait_queue_head *wq)
{
	unsigned long irqs;

	raw_spin_lock_irqsave(&wq->lock, irqs);
	wake_whole_line(wq->first);
	raw_spin_unlock_irqrestore(&wq->lock, irqs);
}

static void complete_for(struct completion *x, bool all)
{
	struct task_struct *task;
	unsigned long flags;

	raw_spin_lock_irqsave(&x->wait.lock, flags);
	if (all)
		x->done = COMPLETED_FOR_ALL;
	else if (x->done != COMPLETED_FOR_ALL)
		x->done++;
	for (task = x->wait.first; task; task = all ? task->wait_next : NULL)
		wake_up_process(task);
	raw_spin_unlock_irqrestore(&x->wait.lock, flags);
}

/* For the first waiter, or the next to come. */
void complete(struct completion *x)
{
	complete_for(x, false);
}

void complete_all(struct completion *x)
{
	complete_for(x, true);
}

bool try_wait_for_completion(struct completion *x)
{
	unsigned long flags;
	bool done;

	raw_spin_lock_irqsave(&x->wait.lock, flags);
	done = x->done != 0;
	if (done && x->done != COMPLETED_FOR_ALL)
		x->done--;
	raw_spin_unlock_irqrestore(&x->wait.lock, flags);
	return done;
}

/* The time left, at least 1; 0 if it timed out first. */
unsigned long wait_for_completion_timeout(struct completion *x, unsigned long timeout)
{
	long left = timeout;
	bool done = false;

	might_sleep();
	while (left && !(done = try_wait_for_completion(x))) {
		wait_in_line(&x->wait, TASK_UNINTERRUPTIBLE);
		if (!completion_done(x))
			left = schedule_timeout(left);
		leave_line(&x->wait);
	}
	done = done || try_wait_for_completion(x);
	return !done ? 0 : left ? left : 1;
}
