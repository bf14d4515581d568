/*
 * arch/riscv/kernel/smp.c and reset.c: what this architecture adds to ipi.c. There is no stop
 * for a crash dump, and no crash dump (the jump is there for machines that claim one).
 */

__interrupt(IPI_CPU_STOP) void riscv_software_interrupt(void)
{
	irq_enter();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	leave_for_good();
#else
	rest_for_ever();
#endif
}

__interrupt(LOCAL_TIMER_VECTOR) void riscv_timer_interrupt(void)
{
	tick_handle();
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
/* All CPUs including this one: the caller never returns (37a107ff6dcd). */
void smp_send_stop(void)
{
	send_IPI_allbutself(IPI_CPU_STOP);
	rest_for_ever();
}
#else
inline void announce_stop(void)
{
	if (system_state <= SYSTEM_RUNNING)
		pr_crit("SMP: stopping secondary CPUs\n");
}

/* The whole online mask, which includes this CPU. */
inline void report_not_stopped(void)
{
	pr_warn("SMP: failed to stop secondary CPUs %*pbl\n", cpumask_pr_args(cpu_online_mask));
}
#endif

void machine_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
	crash_smp_send_stop();
	crash_save_cpu(regs, smp_processor_id());
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	/* The crash kernel does not know for which harts interrupts are enabled. */
	hw_set_irq_targets(0);
#endif
}

void machine_kexec(struct kimage *image)
{
	hw_jump_crash_kernel(crash_purgatory);
}

void machine_emergency_restart(void)
{
	hw_reset();
	rest_for_ever();
}
