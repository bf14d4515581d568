/* CPUs that a crash kernel finds in an unusual state. */

/* A line of old memory: the flags of the idle task of a CPU that was taken offline. */
unsigned long idle_task_flags;

/*
 * Was taken offline long ago, as by `nosmt': interrupts off, asleep until the cache line that it
 * monitors is written; then it monitors again.
 */
void offline_in_mwait(void)
{
	unsigned long seen;

	local_irq_disable();
	set_cpu_online(smp_processor_id(), false);
	lw_staged();
	for (;;) {
		seen = READ_ONCE(idle_task_flags);
		while (READ_ONCE(idle_task_flags) == seen)
			cpu_relax();
	}
}

/* Interrupts off; writes to that line for ever. */
void scribble_irqs_off(unsigned int pause_us)
{
	local_irq_disable();
	lw_staged();
	for (;;) {
		fetch_or(&idle_task_flags, 1UL << 3);
		udelay(pause_us);
		fetch_and(&idle_task_flags, ~(1UL << 3));
	}
}

/* About to restart the machine, with interrupts off: it does not know about any panic. */
void restart_irqs_off(unsigned int after_ms)
{
	local_irq_disable();
	lw_staged();
	mdelay(after_ms);
	machine_emergency_restart();
}
