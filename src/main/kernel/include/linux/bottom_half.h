/*
 * Softirqs, and sections in which this CPU does not run them. The _bh spinlocks are for data that
 * timer functions also use.
 */
#define SOFTIRQ_DISABLE_OFFSET (2 * SOFTIRQ_OFFSET)
#define TIMER_SOFTIRQ 1
#define TASKLET_SOFTIRQ 6
#define NR_SOFTIRQS 10

#define in_softirq() ((preempt_count() & SOFTIRQ_MASK) != 0)
#define local_bh_disable() preempt_count_add(SOFTIRQ_DISABLE_OFFSET)

#define raw_spin_lock_bh(lock) do { local_bh_disable(); raw_spin_lock(lock); } while (0)
#define raw_spin_unlock_bh(lock) do { raw_spin_unlock(lock); local_bh_enable(); } while (0)
#define raw_spin_trylock_bh(lock) ({ \
	int __taken; \
	local_bh_disable(); \
	__taken = raw_spin_trylock(lock); \
	if (!__taken) \
		local_bh_enable(); \
	__taken; \
})
