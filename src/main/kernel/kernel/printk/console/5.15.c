/*
 * The part of kernel/printk/printk.c that prints what is pending: from 5.15 on no lock is held
 * while the log is read, but the loop still has interrupts off except for a moment after each line.
 */

/* Releases the consoles at the current end of the log; returns the next record that they want. */
static inline u64 console_leaves(void)
{
	u64 next = console_seq;

	console_locked = 0;
	up_console_sem();
	return next;
}

/* Prints until the log ends. True if the consoles passed to a waiting CPU. */
static inline bool console_prints_pending(bool sleeps)
{
	unsigned long irqs;
	bool gone = false, more = true;
	size_t len;

	while (more) {
		printk_safe_enter_irqsave(irqs);
		len = console_next_line();
		gone = len && console_print_line(len);
		printk_safe_exit_irqrestore(irqs);
		more = len && !gone;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
		more = more && !abandon_console_lock_in_panic();
#endif
		if (more && sleeps)
			cond_resched();
	}
	return gone;
}

/* Should this CPU print what arrived meanwhile? Only if no other CPU has started to. */
static inline bool console_comes_back(u64 next)
{
	if (!prb_read_valid(&next))
		return false;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	if (abandon_console_lock_in_panic())
		return false;
#endif
	return console_trylock();
}

void console_unlock(void)
{
	bool sleeps = console_may_schedule;
	u64 next;

	if (console_suspended) {
		up_console_sem();
		return;
	}
	do {
		console_may_schedule = 0;
		if (!can_use_console()) {
			console_leaves();
			return;
		}
		if (console_prints_pending(sleeps))
			return;
		next = console_leaves();
	} while (console_comes_back(next));
}
