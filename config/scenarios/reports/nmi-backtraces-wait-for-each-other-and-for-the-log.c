/* Shows its registers when it is asked to; while it does, CPU 2 takes the log's lock. */
void spin_until_registers_are_shown(void)
{
	hw_breakpoint((void *)show_regs, (void *)signal_wedge);
	spin_irqs_on();
}

/* A healthy CPU: it has the lock for a millisecond, from the moment on at which it is told to. */
void hold_for_a_moment_on_signal(raw_spinlock_t *lock)
{
	local_irq_disable();
	lw_staged();
	while (!READ_ONCE(wedge_signal))
		cpu_relax();
	take(lock);
	WRITE_ONCE(wedged, true);
	udelay(1000);
	release(lock);
	spin_irqs_on();
}
