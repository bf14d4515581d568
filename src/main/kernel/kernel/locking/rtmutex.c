/*
 * kernel/locking/rtmutex.c, as PREEMPT_RT's mutexes use it: an owner word and a raw lock
 * around the line of waiters.
 *
 * Left out: boosting along chains (prio_chain), time-outs, futexes, debugging texts.
 * Simplified: all tasks have the same priority, so a waiter never overtakes another one.
 */

DEFINE_PER_CPU(struct rt_mutex_waiter, rt_mutex_waiter);
static struct rt_mutex_waiter thread_rt_mutex_waiter[MAX_KTHREADS + 1];
/* Of the task: what its waiters on other CPUs are changed under. */
DEFINE_PER_CPU(raw_spinlock_t, pi_lock);

struct task_struct *rt_mutex_owner(struct rt_mutex *lock)
{
	return (struct task_struct *)(READ_ONCE(lock->owner) & ~RT_MUTEX_HAS_WAITERS);
}

/* Compiled out by debugging: then everything goes through wait_lock. */
static bool rt_mutex_cmpxchg(struct rt_mutex *lock, unsigned long old, unsigned long new)
{
	if (IS_ENABLED(CONFIG_DEBUG_RT_MUTEXES))
		return false;
	return cmpxchg(&lock->owner, old, new) == old;
}

static void mark_rt_mutex_waiters(struct rt_mutex *lock)
{
	fetch_or(&lock->owner, RT_MUTEX_HAS_WAITERS);
}

static void fixup_rt_mutex_waiters(struct rt_mutex *lock)
{
	if (!lock->waiters)
		fetch_and(&lock->owner, ~RT_MUTEX_HAS_WAITERS);
}

/* Held: wait_lock. waiter: the caller's place in the line, NULL when it has none. */
static bool try_to_take_rt_mutex(struct rt_mutex *lock, struct rt_mutex_waiter *waiter)
{
	mark_rt_mutex_waiters(lock);
	if (rt_mutex_owner(lock))
		return false;

	if (waiter) {
		if (waiter != lock->waiters)
			return false;
		lock->waiters = waiter->next;
	} else if (lock->waiters) {
		/* Only a higher priority would get past those who wait. */
		return false;
	}

	if (waiter || lock->waiters) {
		raw_spin_lock(this_cpu_ptr(&pi_lock));
		raw_spin_unlock(this_cpu_ptr(&pi_lock));
	}

	/* `current', even in an interrupt, whose task knows nothing of it. */
	lock->owner = (unsigned long)current | (lock->waiters ? RT_MUTEX_HAS_WAITERS : 0UL);
	return true;
}

/* Held: wait_lock. Without a place in the line; the flag tells afterwards whether there is one. */
inline bool rt_mutex_take_at_once(struct rt_mutex *lock)
{
	bool taken = try_to_take_rt_mutex(lock, NULL);

	fixup_rt_mutex_waiters(lock);
	return taken;
}

/* An owner that is there is answer enough. Else wait_lock decides, and irqsave stops no NMI. */
static int rt_mutex_slowtrylock(struct rt_mutex *lock)
{
	unsigned long irq_state;
	int taken = 0;

	if (!rt_mutex_owner(lock)) {
		raw_spin_lock_irqsave(&lock->wait_lock, irq_state);
		taken = rt_mutex_take_at_once(lock);
		raw_spin_unlock_irqrestore(&lock->wait_lock, irq_state);
	}
	return taken;
}

int __rt_mutex_fasttrylock(struct rt_mutex *lock)
{
	if (rt_mutex_cmpxchg(lock, 0UL, (unsigned long)current))
		return 1;
	return rt_mutex_slowtrylock(lock);
}

static void rt_mutex_slowlock(struct rt_mutex *lock)
{
	struct rt_mutex_waiter *waiter = own_waiter(rt_mutex_waiter, thread_rt_mutex_waiter);
	struct rt_mutex_waiter *last;

	raw_spin_lock_irq(&lock->wait_lock);
	if (!try_to_take_rt_mutex(lock, NULL)) {
		waiter->next = NULL;
		waiter->task = current;
		last = lock->waiters;
		if (!last)
			lock->waiters = waiter;
		while (last && last->next)
			last = last->next;
		if (last)
			last->next = waiter;

		while (!try_to_take_rt_mutex(lock, waiter)) {
			raw_spin_unlock_irq(&lock->wait_lock);
			sleep_while(rt_mutex_owner(lock));
			raw_spin_lock_irq(&lock->wait_lock);
		}
	}
	fixup_rt_mutex_waiters(lock);
	raw_spin_unlock_irq(&lock->wait_lock);
}

/* Sleeps. */
void rt_mutex_lock(struct rt_mutex *lock)
{
	if (!rt_mutex_cmpxchg(lock, 0UL, (unsigned long)current))
		rt_mutex_slowlock(lock);
}

/* Nobody owns it from here on; that somebody waits is kept in sight. */
inline void rt_mutex_disown(struct rt_mutex *lock)
{
	bool awaited = lock->waiters != NULL;

	lock->owner = awaited ? RT_MUTEX_HAS_WAITERS : 0UL;
}

static void rt_mutex_slowunlock(struct rt_mutex *lock)
{
	unsigned long irq_state;

	raw_spin_lock_irqsave(&lock->wait_lock, irq_state);
	rt_mutex_disown(lock);
	raw_spin_unlock_irqrestore(&lock->wait_lock, irq_state);
	/* Not under wait_lock: the scheduler has locks of its own. */
	if (lock->waiters)
		wake_up_process(lock->waiters->task);
}

void rt_mutex_unlock(struct rt_mutex *lock)
{
	if (!rt_mutex_cmpxchg(lock, (unsigned long)current, 0UL))
		rt_mutex_slowunlock(lock);
}
