/*
 * Spinlocks. The raw operations are the machine's; these are their forms with interrupts off. A
 * spinlock_t is a raw_spinlock_t: PREEMPT_RT's sleeping spinlocks are not modelled.
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

#define spin_lock(lock) raw_spin_lock(lock)
#define spin_unlock(lock) raw_spin_unlock(lock)
#define spin_trylock(lock) raw_spin_trylock(lock)
#define spin_lock_irqsave(lock, flags) raw_spin_lock_irqsave(lock, flags)
#define spin_unlock_irqrestore(lock, flags) raw_spin_unlock_irqrestore(lock, flags)
#define spin_lock_irq(lock) raw_spin_lock_irq(lock)
#define spin_unlock_irq(lock) raw_spin_unlock_irq(lock)
#define spin_trylock_irqsave(lock, flags) raw_spin_trylock_irqsave(lock, flags)
