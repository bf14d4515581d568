/*
 * kernel/locking/mutex.c (without PREEMPT_RT; with it see rtmutex.c).
 *
 * Left out: optimistic spinning, hand-off, debugging, interruptible forms.
 * Simplified: a waiter stays queued and tries again whenever it wakes.
 */
#ifndef CONFIG_PREEMPT_RT

DEFINE_PER_CPU(struct mutex_waiter, mutex_waiter);
static struct mutex_waiter thread_mutex_waiter[MAX_KTHREADS + 1];

static struct task_struct *__owner_task(unsigned long owner)
{
	return (struct task_struct *)(owner & ~MUTEX_FLAGS);
}

/* Takes the mutex if it has no owner, without a lock, so it also works in an NMI. */
static bool __mutex_trylock(struct mutex *lock)
{
	unsigned long curr = (unsigned long)current;
	unsigned long owner = READ_ONCE(lock->owner), old;

	for (;;) {
		if (__owner_task(owner))
			return false;

		old = cmpxchg(&lock->owner, owner, curr | (owner & MUTEX_FLAGS));
		if (old == owner)
			return true;
		owner = old;
	}
}

static void __mutex_add_waiter(struct mutex *lock, struct mutex_waiter *waiter)
{
	struct mutex_waiter *last = lock->wait_list;

	waiter->next = NULL;
	waiter->task = current;
	if (!last)
		lock->wait_list = waiter;
	while (last && last->next)
		last = last->next;
	if (last)
		last->next = waiter;
	fetch_or(&lock->owner, MUTEX_FLAG_WAITERS);
}

static void __mutex_remove_waiter(struct mutex *lock, struct mutex_waiter *waiter)
{
	struct mutex_waiter *before = lock->wait_list;

	if (before == waiter) {
		lock->wait_list = waiter->next;
	} else {
		while (before->next != waiter)
			before = before->next;
		before->next = waiter->next;
	}
	if (!lock->wait_list)
		fetch_and(&lock->owner, ~MUTEX_FLAGS);
}

static void __mutex_lock_slowpath(struct mutex *lock)
{
	struct mutex_waiter *waiter = own_waiter(mutex_waiter, thread_mutex_waiter);

	spin_lock(&lock->wait_lock);
	if (__mutex_trylock(lock)) {
		spin_unlock(&lock->wait_lock);
		return;
	}
	__mutex_add_waiter(lock, waiter);
	while (!__mutex_trylock(lock)) {
		spin_unlock(&lock->wait_lock);
		sleep_while(__owner_task(READ_ONCE(lock->owner)));
		spin_lock(&lock->wait_lock);
	}
	__mutex_remove_waiter(lock, waiter);
	spin_unlock(&lock->wait_lock);
}

/* Sleeps. */
void mutex_lock(struct mutex *lock)
{
	might_sleep();
	if (cmpxchg(&lock->owner, 0UL, (unsigned long)current) != 0)
		__mutex_lock_slowpath(lock);
}

/* Returns 1 if it was taken. The kernel forbids this in interrupts, but does not enforce it. */
int mutex_trylock(struct mutex *lock)
{
	return __mutex_trylock(lock);
}

/* There are waiters: this takes wait_lock and wakes a task, which an NMI must not do. */
static void __mutex_unlock_slowpath(struct mutex *lock)
{
	struct mutex_waiter *waiter;

	fetch_and(&lock->owner, MUTEX_FLAGS);
	spin_lock(&lock->wait_lock);
	waiter = lock->wait_list;
	if (waiter)
		wake_up_process(waiter->task);
	spin_unlock(&lock->wait_lock);
}

void mutex_unlock(struct mutex *lock)
{
	unsigned long curr = (unsigned long)current;

	if (cmpxchg(&lock->owner, curr, 0UL) != curr)
		__mutex_unlock_slowpath(lock);
}

int mutex_is_locked(struct mutex *lock)
{
	return __owner_task(READ_ONCE(lock->owner)) != NULL;
}

#endif
