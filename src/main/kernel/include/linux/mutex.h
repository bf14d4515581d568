/*
 * Mutexes, and the rt_mutex that stands in for them under PREEMPT_RT. The owner words hold a task's
 * address with flags in its low bits.
 */
struct rt_mutex {
	raw_spinlock_t wait_lock;
	struct rt_mutex_waiter *waiters; /* the most urgent first */
	unsigned long owner;
};

/* A waiter: in the mutex's queue and, while first there, among those that lend priority. */
struct rt_mutex_waiter {
	struct rt_mutex *lock;
	struct task_struct *task;
	int prio;
	struct rt_mutex_waiter *next;
	struct rt_mutex_waiter *pi_next;
};

struct mutex_waiter {
	struct mutex_waiter *next;
	struct task_struct *task;
};

struct mutex {
#ifdef CONFIG_PREEMPT_RT
	struct rt_mutex lock;
#else
	unsigned long owner;
	spinlock_t wait_lock;
	struct mutex_waiter *wait_list;
#endif
};

#define DEFINE_MUTEX(name) struct mutex name

#define MUTEX_FLAG_WAITERS 1UL
#define MUTEX_FLAGS 7UL
#define RT_MUTEX_HAS_WAITERS 1UL
