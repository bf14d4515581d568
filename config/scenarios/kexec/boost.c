/* A task of high priority that asks for the size of the crash memory (chrt -f 50 cat kexec_crash_size). */
void read_crash_size_urgently(void)
{
	current->rt_priority = 50;
	WRITE_ONCE(current->prio, 50);
	read_crash_size();
}

/* The priority of CPU 0's own task, which never asks for any lock. Once it has changed, the machine is off. */
void power_off_when_cpu0_is_boosted(void)
{
	lw_staged();
	while (READ_ONCE(per_cpu(cpu_task, 0).prio) == 0)
		cpu_relax();
	hw_power_off();
}
