/*
 * Spinlocks. The raw operations are the machine's; these are their forms with interrupts off. A
 * spinlock_t is a raw_spinlock_t; under PREEMPT_RT it is an rt_mutex, whose holder can be preempted
 * and whose waiters sleep, with interrupts left on.
 */
#ifdef PREEMPT_COUNTED
#define raw_spin_lock(lock) do { preempt_disable(); raw_spin_lock(lock); } while (0)
#define raw_spin_unlock(lock) do { raw_spin_unlock(lock); preempt_enable(); } while (0)
#define raw_spin_trylock(lock) ({ \
	int __locked; \
	preempt_disable(); \
	__locked = raw_spin_trylock(lock); \
	if (!__locked) \
		preempt_enable(); \
	__locked; \
})
#endif

#define raw_spin_lock_irqsave(lock, flags) \
	do { local_irq_save(flags); raw_spin_lock(lock); } while (0)
#define raw_spin_unlock_irqrestore(lock, flags) \
	do { raw_spin_unlock(lock); local_irq_restore(flags); } while (0)
#define raw_spin_lock_irq(lock) do { local_irq_disable(); raw_spin_lock(lock); } while (0)
#define raw_spin_unlock_irq(lock) do { raw_spin_unlock(lock); local_irq_enable(); } while (0)
#define raw_spin_trylock_irqsave(lock, flags) ({ \
	int __taken; \
	local_irq_save(flags); \
	__taken = raw_spin_trylock(lock); \
	if (!__taken) \
		local_irq_restore(flags); \
	__taken; \
})

#ifdef CONFIG_PREEMPT_RT
struct rt_spinlock {
	struct rt_mutex lock;
};

#define spinlock_t struct rt_spinlock
#define DEFINE_SPINLOCK(name) struct rt_spinlock name

#define spin_lock(l) rt_spin_lock(l)
#define spin_unlock(l) rt_spin_unlock(l)
#define spin_trylock(l) rt_spin_trylock(l)
#define spin_is_locked(l) (rt_mutex_owner(&(l)->lock) != NULL)
#define spin_lock_init(l) do { \
	raw_spin_lock_init(&(l)->lock.wait_lock); \
	(l)->lock.waiters = NULL; \
	(l)->lock.owner = 0UL; \
} while (0)
#define spin_lock_irqsave(l, flags) do { (flags) = 0; rt_spin_lock(l); } while (0)
#define spin_unlock_irqrestore(l, flags) do { (void)(flags); rt_spin_unlock(l); } while (0)
#define spin_lock_irq(l) rt_spin_lock(l)
#define spin_unlock_irq(l) rt_spin_unlock(l)
#define spin_trylock_irqsave(l, flags) ({ (flags) = 0; rt_spin_trylock(l); })
#define spin_lock_bh(l) do { local_bh_disable(); rt_spin_lock(l); } while (0)
#define spin_unlock_bh(l) do { rt_spin_unlock(l); local_bh_enable(); } while (0)
#define spin_trylock_bh(l) ({ \
	int __taken; \
	local_bh_disable(); \
	__taken = rt_spin_trylock(l); \
	if (!__taken) \
		local_bh_enable(); \
	__taken; \
})
#else
#define spin_lock(lock) raw_spin_lock(lock)
#define spin_unlock(lock) raw_spin_unlock(lock)
#define spin_trylock(lock) raw_spin_trylock(lock)
#define spin_lock_irqsave(lock, flags) raw_spin_lock_irqsave(lock, flags)
#define spin_unlock_irqrestore(lock, flags) raw_spin_unlock_irqrestore(lock, flags)
#define spin_lock_irq(lock) raw_spin_lock_irq(lock)
#define spin_unlock_irq(lock) raw_spin_unlock_irq(lock)
#define spin_trylock_irqsave(lock, flags) raw_spin_trylock_irqsave(lock, flags)
#define spin_is_locked(lock) raw_spin_is_locked(lock)
#define spin_lock_init(lock) raw_spin_lock_init(lock)
#define spin_lock_bh(lock) raw_spin_lock_bh(lock)
#define spin_unlock_bh(lock) raw_spin_unlock_bh(lock)
#define spin_trylock_bh(lock) raw_spin_trylock_bh(lock)
#endif
