/*
 * kernel/locking/rtmutex.c, as PREEMPT_RT's mutexes and spinlocks use it: an owner word, a raw lock
 * around the queue of waiters, and priorities that waiters lend to the owner.
 *
 * Left out: time-outs, futexes, debugging texts, deadline tasks, readers and writers.
 * Simplified: a priority is chrt's number: 0 is an ordinary task, 99 the most urgent. The scheduler
 * ignores it; it only decides which task gets a lock first.
 */
#ifdef CONFIG_PREEMPT_RT

DEFINE_PER_CPU(struct rt_mutex_waiter, rt_mutex_waiter);
static struct rt_mutex_waiter thread_rt_mutex_waiter[MAX_KTHREADS + 1];

struct task_struct *rt_mutex_owner(struct rt_mutex *lock)
{
	return (struct task_struct *)(READ_ONCE(lock->owner) & ~RT_MUTEX_HAS_WAITERS);
}

/* Compiled out by debugging: then everything uses wait_lock. */
static bool rt_mutex_cmpxchg(struct rt_mutex *lock, unsigned long old, unsigned long new)
{
	if (IS_ENABLED(CONFIG_DEBUG_RT_MUTEXES))
		return false;
	return cmpxchg(&lock->owner, old, new) == old;
}

static inline void mark_rt_mutex_waiters(struct rt_mutex *lock)
{
	fetch_or(&lock->owner, RT_MUTEX_HAS_WAITERS);
}

static inline void fixup_rt_mutex_waiters(struct rt_mutex *lock)
{
	if (!lock->waiters)
		fetch_and(&lock->owner, ~RT_MUTEX_HAS_WAITERS);
}

/* ---- the two queues: by urgency, and among equals in order of arrival ---- */

static void join_by_urgency(struct rt_mutex *lock, struct rt_mutex_waiter *waiter)
{
	struct rt_mutex_waiter **place = &lock->waiters;

	while (*place && (*place)->prio >= waiter->prio)
		place = &(*place)->next;
	waiter->next = *place;
	*place = waiter;
}

static void leave_mutex_line(struct rt_mutex *lock, struct rt_mutex_waiter *waiter)
{
	struct rt_mutex_waiter **place = &lock->waiters;

	while (*place && *place != waiter)
		place = &(*place)->next;
	if (*place)
		*place = waiter->next;
}

/* Caller holds the task's pi_lock. */
static void lend_priority(struct task_struct *task, struct rt_mutex_waiter *waiter)
{
	struct rt_mutex_waiter **place = &task->pi_waiters;

	while (*place && (*place)->prio >= waiter->prio)
		place = &(*place)->pi_next;
	waiter->pi_next = *place;
	*place = waiter;
}

static void take_priority_back(struct task_struct *task, struct rt_mutex_waiter *waiter)
{
	struct rt_mutex_waiter **place = &task->pi_waiters;

	while (*place && *place != waiter)
		place = &(*place)->pi_next;
	if (*place)
		*place = waiter->pi_next;
}

/* ---- boosting ---- */

/* Caller holds the task's pi_lock. Its own priority, or a higher one lent to it. */
static void rt_mutex_adjust_prio(struct task_struct *task)
{
	struct rt_mutex_waiter *lender = task->pi_waiters;
	int prio = lender ? max(task->rt_priority, lender->prio) : task->rt_priority;

	if (task->prio != prio)
		WRITE_ONCE(task->prio, prio);
}

/* Caller holds wait_lock. `before' was first in the queue until now. */
static void boost_owner(struct task_struct *owner, struct rt_mutex_waiter *before, struct rt_mutex_waiter *first)
{
	raw_spin_lock(&owner->pi_lock);
	if (before)
		take_priority_back(owner, before);
	if (first)
		lend_priority(owner, first);
	rt_mutex_adjust_prio(owner);
	raw_spin_unlock(&owner->pi_lock);
}

/* Caller holds wait_lock of the lock it waits for, and its pi_lock. Its priority has changed. */
static void move_in_line(struct rt_mutex *lock, struct rt_mutex_waiter *waiter, int prio)
{
	struct rt_mutex_waiter *first = lock->waiters;
	struct task_struct *owner = rt_mutex_owner(lock);

	leave_mutex_line(lock, waiter);
	waiter->prio = prio;
	join_by_urgency(lock, waiter);
	if (owner == NULL)
		return;
	if (first == waiter || lock->waiters == waiter)
		boost_owner(owner, first, lock->waiters);
}

/* How to continue the walk along a chain. */
enum chain_walk {
	CHAIN_ENDS,
	CHAIN_GOES_ON,
	CHAIN_BUSY,
};

/*
 * Caller holds the task's pi_lock, against the lock order, so the second lock is only tried. Sets
 * the mutex that the task waits for.
 */
static enum chain_walk hand_priority_on(struct task_struct *task, struct rt_mutex **lock)
{
	struct rt_mutex_waiter *place = task->pi_blocked_on;

	if (place == NULL || place->prio == task->prio)
		return CHAIN_ENDS;
	*lock = place->lock;
	if (!raw_spin_trylock(&(*lock)->wait_lock))
		return CHAIN_BUSY;
	move_in_line(*lock, place, task->prio);
	raw_spin_unlock(&(*lock)->wait_lock);
	return CHAIN_GOES_ON;
}

/* The owner may wait for another mutex, whose owner is boosted then, and so on. No lock is kept on the way. */
static void rt_mutex_adjust_prio_chain(struct task_struct *task)
{
	enum chain_walk walk = CHAIN_GOES_ON;
	struct rt_mutex *lock;
	unsigned long irqs;

	while (task && walk != CHAIN_ENDS) {
		raw_spin_lock_irqsave(&task->pi_lock, irqs);
		walk = hand_priority_on(task, &lock);
		raw_spin_unlock_irqrestore(&task->pi_lock, irqs);
		if (walk == CHAIN_GOES_ON)
			task = rt_mutex_owner(lock);
	}
}

/* ---- taking ---- */

/* Caller holds wait_lock; no owner. The first in the queue precedes, unless less urgent. */
static inline bool comes_first(struct rt_mutex *lock, struct rt_mutex_waiter *waiter)
{
	struct rt_mutex_waiter *first = lock->waiters;

	return !first || first == waiter || !waiter && current->prio > first->prio;
}

/* Caller holds wait_lock. The next in the queue lends the new owner its priority. */
static void account_for_waiters(struct rt_mutex *lock)
{
	raw_spin_lock(&current->pi_lock);
	current->pi_blocked_on = NULL;
	if (lock->waiters)
		lend_priority(current, lock->waiters);
	rt_mutex_adjust_prio(current);
	raw_spin_unlock(&current->pi_lock);
}

/* Caller holds wait_lock. waiter: the caller's place in the queue, NULL if it has none. */
static bool try_to_take_rt_mutex(struct rt_mutex *lock, struct rt_mutex_waiter *waiter)
{
	mark_rt_mutex_waiters(lock);
	if (rt_mutex_owner(lock) || !comes_first(lock, waiter))
		return false;

	if (waiter)
		leave_mutex_line(lock, waiter);
	if (waiter || lock->waiters)
		account_for_waiters(lock);

	/* `current', even in an interrupt, whose task knows nothing about it. */
	lock->owner = (unsigned long)current | (lock->waiters ? RT_MUTEX_HAS_WAITERS : 0UL);
	return true;
}

/* Caller holds wait_lock. Without queueing; afterwards the flag tells whether there are waiters. */
inline bool rt_mutex_take_at_once(struct rt_mutex *lock)
{
	bool taken = try_to_take_rt_mutex(lock, NULL);

	fixup_rt_mutex_waiters(lock);
	return taken;
}

/* An existing owner is answer enough. Else wait_lock decides; irqsave stops no NMI. */
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

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* An interrupt must not take it: it has no task that could own it. With or without debugging. */
static inline bool refused_in_interrupt(void)
{
	return WARN_ON_ONCE(in_irq() || in_nmi());
}
#else
#define refused_in_interrupt() false
#endif

int __rt_mutex_trylock(struct rt_mutex *lock)
{
	if (refused_in_interrupt())
		return 0;
	if (rt_mutex_cmpxchg(lock, 0UL, (unsigned long)current))
		return 1;
	return rt_mutex_slowtrylock(lock);
}

/* Caller holds wait_lock. From now on the task counts as waiting. */
static void wait_in_mutex_line(struct rt_mutex *lock, struct rt_mutex_waiter *place)
{
	struct task_struct *me = current;

	raw_spin_lock(&me->pi_lock);
	me->pi_blocked_on = place;
	*place = (struct rt_mutex_waiter){ .lock = lock, .task = me, .prio = me->prio };
	join_by_urgency(lock, place);
	raw_spin_unlock(&me->pi_lock);
}

/* Caller holds wait_lock, which is released along the chain. */
static void boost_along_chain(struct rt_mutex *lock, struct task_struct *owner)
{
	if (READ_ONCE(owner->pi_blocked_on) == NULL)
		return;
	raw_spin_unlock_irq(&lock->wait_lock);
	rt_mutex_adjust_prio_chain(owner);
	raw_spin_lock_irq(&lock->wait_lock);
}

/* Caller holds wait_lock. Only the first in the queue matters to the owner. */
static void task_blocks_on_rt_mutex(struct rt_mutex *lock, struct rt_mutex_waiter *place)
{
	struct rt_mutex_waiter *first = lock->waiters;
	struct task_struct *owner = rt_mutex_owner(lock);

	wait_in_mutex_line(lock, place);
	if (owner && lock->waiters == place) {
		boost_owner(owner, first, place);
		boost_along_chain(lock, owner);
	}
}

static inline bool has_to_wait(struct rt_mutex *lock, struct rt_mutex_waiter *waiter)
{
	return rt_mutex_owner(lock) || READ_ONCE(lock->waiters) != waiter;
}

static void rt_mutex_slowlock(struct rt_mutex *lock)
{
	struct rt_mutex_waiter *waiter = own_waiter(rt_mutex_waiter, thread_rt_mutex_waiter);
	unsigned long irq_state;

	raw_spin_lock_irqsave(&lock->wait_lock, irq_state);
	if (!try_to_take_rt_mutex(lock, NULL)) {
		task_blocks_on_rt_mutex(lock, waiter);
		while (!try_to_take_rt_mutex(lock, waiter)) {
			raw_spin_unlock_irq(&lock->wait_lock);
			sleep_while(has_to_wait(lock, waiter));
			raw_spin_lock_irq(&lock->wait_lock);
		}
	}
	fixup_rt_mutex_waiters(lock);
	raw_spin_unlock_irqrestore(&lock->wait_lock, irq_state);
}

/* Sleeps. */
void rt_mutex_lock(struct rt_mutex *lock)
{
	if (!rt_mutex_cmpxchg(lock, 0UL, (unsigned long)current))
		rt_mutex_slowlock(lock);
}

/* ---- releasing ---- */

/* Caller holds wait_lock. From now on it has no owner; that there are waiters stays visible. */
inline struct rt_mutex_waiter *rt_mutex_disown(struct rt_mutex *lock)
{
	struct rt_mutex_waiter *first = lock->waiters;

	if (first)
		boost_owner(current, first, NULL);
	lock->owner = first ? RT_MUTEX_HAS_WAITERS : 0UL;
	return first;
}

static void rt_mutex_slowunlock(struct rt_mutex *lock)
{
	struct rt_mutex_waiter *first;
	struct task_struct *next = NULL;
	unsigned long irq_state;

	raw_spin_lock_irqsave(&lock->wait_lock, irq_state);
	first = rt_mutex_disown(lock);
	if (first)
		next = first->task;
	raw_spin_unlock_irqrestore(&lock->wait_lock, irq_state);
	/* Not under wait_lock: the scheduler has its own locks. */
	if (next)
		wake_up_process(next);
}

void rt_mutex_unlock(struct rt_mutex *lock)
{
	if (!rt_mutex_cmpxchg(lock, (unsigned long)current, 0UL))
		rt_mutex_slowunlock(lock);
}

/* ---- spinlocks ---- */

void rt_spin_lock(struct rt_spinlock *lock)
{
	rt_mutex_lock(&lock->lock);
}

void rt_spin_unlock(struct rt_spinlock *lock)
{
	rt_mutex_unlock(&lock->lock);
}

int rt_spin_trylock(struct rt_spinlock *lock)
{
	return __rt_mutex_trylock(&lock->lock);
}

#endif
