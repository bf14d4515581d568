/*
 * CPUs with a raw spinlock. logbuf_lock is taken as the kernel takes it: in a printk-safe section.
 */

void take(raw_spinlock_t *lock)
{
#ifdef HAVE_LOGBUF_LOCK
	if (lock == &logbuf_lock)
		__printk_safe_enter();
#endif
	raw_spin_lock(lock);
}

void release(raw_spinlock_t *lock)
{
	raw_spin_unlock(lock);
#ifdef HAVE_LOGBUF_LOCK
	if (lock == &logbuf_lock)
		__printk_safe_exit();
#endif
}

/* Takes the lock with interrupts off, and never leaves the section. */
void stuck_holding(raw_spinlock_t *lock)
{
	local_irq_disable();
	take(lock);
	lw_staged();
	for (;;)
		;
}

/* The same in an NMI handler. */
DEFINE_PER_CPU(raw_spinlock_t *, lock_for_nmi);

static void stuck_holding_in_nmi_work(void)
{
	stuck_holding(this_cpu_read(lock_for_nmi));
}

void stuck_holding_in_nmi(raw_spinlock_t *lock)
{
	this_cpu_write(lock_for_nmi, lock);
	run_in_nmi(stuck_holding_in_nmi_work);
	lw_staged(); /* not reached: marks a state to wait for */
}

/* Of take_and_release(): microseconds, rounds and lines. Without a pause it asks again at once. */
unsigned int hold_us = 30;
unsigned int pause_us = 70;
unsigned int turns_per_line = 500;

/*
 * Runs with interrupts off for ever; holds the lock for hold_us, then releases it for pause_us, and
 * prints every turns_per_line rounds (0: never). With seeds, the lock is found held in hold_us of
 * hold_us + pause_us cases.
 */
void take_and_release(raw_spinlock_t *lock)
{
	unsigned int turn = 0;

	local_irq_disable();
	lw_staged();
	for (;;) {
		take(lock);
		udelay(hold_us);
		release(lock);
		if (pause_us)
			udelay(pause_us);
		/* The count restarts, so that a CPU that never prints returns to the same state. */
		if (turns_per_line && ++turn == turns_per_line) {
			turn = 0;
			printk(KERN_INFO "still looping, %u turns more\n", turns_per_line);
		}
	}
}

static void pass_once(raw_spinlock_t *lock)
{
	unsigned long flags;

	local_irq_save(flags);
	take(lock);
	release(lock);
	local_irq_restore(flags);
}

/* A healthy CPU that takes the lock once, for a moment, with interrupts off while it holds it. */
void pass_through(raw_spinlock_t *lock)
{
	local_irq_enable();
	lw_staged();
	pass_once(lock);
	for (;;)
		halt();
}

/* The same, but then this CPU panics. */
void pass_through_and_panic(raw_spinlock_t *lock)
{
	wait_for_others();
	pass_once(lock);
	panic("Attempted to kill init! exitcode=0x%08x\n", 0x0000000b);
}

DEFINE_PER_CPU(raw_spinlock_t *, lock_for_irq);

static void take_and_release_work(void)
{
	take_and_release(this_cpu_read(lock_for_irq));
}

/* Scenario 3 of the mails: a CPU that loops in an interrupt, and is in printk() now and then. */
void take_and_release_in_irq(raw_spinlock_t *lock)
{
	this_cpu_write(lock_for_irq, lock);
	run_in_irq(take_and_release_work);
	lw_staged(); /* not reached: marks a state to wait for */
}
