/*
 * kernel/printk/printk.c of 5.2 after "printk: disable optimistic spin during panic" (d51507098ff9,
 * Stephen Brennan, February 2022) and "panic: Add panic_in_progress() helper" (77498617857f).
 */

bool panic_in_progress(void)
{
	return atomic_read(&panic_cpu) != PANIC_CPU_INVALID;
}

/* 1 when the caller owns console_sem: it was free, or its owner handed it over. */
static int console_trylock_spinning(void)
{
	struct task_struct *owner;
	bool waiter, spin = false;
	unsigned long flags;

	if (console_trylock())
		return 1;

	/* The owner may be stopped in the middle of a driver: it will hand nothing over. */
	if (panic_in_progress())
		return 0;

	printk_safe_enter_irqsave(flags);
	raw_spin_lock(&console_owner_lock);
	owner = READ_ONCE(console_owner);
	waiter = READ_ONCE(console_waiter);
	if (!waiter && owner && owner != current) {
		WRITE_ONCE(console_waiter, true);
		spin = true;
	}
	raw_spin_unlock(&console_owner_lock);

	if (!spin) {
		printk_safe_exit_irqrestore(flags);
		return 0;
	}

	while (READ_ONCE(console_waiter))
		cpu_relax();

	printk_safe_exit_irqrestore(flags);
	return 1;
}
