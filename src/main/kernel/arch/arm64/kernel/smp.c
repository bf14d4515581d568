/*
 * arch/arm64/kernel/smp.c: what this architecture adds to ipi.c.
 *
 * Left out: SDEI, CPU hotplug (a CPU stopped for a crash dump parks and is not powered off).
 */

__interrupt(IPI_CPU_STOP) void handle_ipi_cpu_stop(void)
{
	irq_enter();
	leave_for_good();
}

/* Saves its registers; stays in cpu_online_mask. */
__interrupt(IPI_CPU_CRASH_STOP) void handle_ipi_cpu_crash_stop(void)
{
	irq_enter();
	crash_save_cpu(current_pt_regs(), smp_processor_id());
	atomic_dec(&waiting_for_crash_ipi);
	rest_for_ever();
}

__interrupt(LOCAL_TIMER_VECTOR) void arch_timer_handler(void)
{
	tick_handle();
}

inline void announce_stop(void)
{
	if (system_state <= SYSTEM_RUNNING)
		pr_crit("SMP: stopping secondary CPUs\n");
}

inline void report_survivors(unsigned long cpus)
{
	pr_warning("SMP: failed to stop secondary CPUs %*pbl\n", cpumask_pr_args(cpus));
}

/* The whole online mask, which includes this CPU. */
inline void report_not_stopped(void)
{
	report_survivors(cpu_online_mask);
}

bool smp_crash_stop_failed(void)
{
	return crash_reports_missing();
}

inline void stop_for_crash_dump(void)
{
	unsigned long targets;

	cpus_stopped = true;
	if (!others_online())
		return;

	targets = cpu_online_mask & ~cpumask_of(smp_processor_id());
	expect_crash_reports();
	pr_crit("SMP: stopping secondary CPUs\n");
	hw_send_ipi(targets, IPI_CPU_CRASH_STOP);
	wait_while(crash_reports_missing(), USEC_PER_SEC, udelay(1));
	/* The mask as it was: it also includes CPUs that answered. */
	if (crash_reports_missing())
		report_survivors(targets);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
/* A CPU that loses the race into panic() goes offline, so that the winner does not wait for it. */
void panic_smp_self_stop(void)
{
	leave_for_good();
}
#endif
