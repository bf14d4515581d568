/*
 * arch/riscv/kernel/smp.c and reset.c of v5.2: stopping the other CPUs by an interrupt. There is no
 * stop for a crash dump, and no crash dump (the jump is there for machines that claim one).
 *
 * Different: a stopped CPU halts where the original loops around wfi.
 */

static void ipi_stop(void)
{
	set_cpu_online(smp_processor_id(), false);
	local_irq_disable();
	for (;;)
		halt();
}

__interrupt(IPI_CPU_STOP) void riscv_software_interrupt(void)
{
	irq_enter();
	ipi_stop();
	irq_exit();
}

__interrupt(LOCAL_TIMER_VECTOR) void riscv_timer_interrupt(void)
{
	tick_handle();
}

void smp_send_stop(void)
{
	unsigned long timeout;

	if (num_online_cpus() > 1) {
		if (system_state <= SYSTEM_RUNNING)
			pr_crit("SMP: stopping secondary CPUs\n");
		send_IPI_allbutself(IPI_CPU_STOP);
	}

	timeout = USEC_PER_SEC;
	while (num_online_cpus() > 1 && timeout--)
		udelay(1);

	if (num_online_cpus() > 1)
		pr_warn("SMP: failed to stop secondary CPUs %*pbl\n",
			cpumask_pr_args(cpu_online_mask));
}

void machine_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
	crash_smp_send_stop();
	crash_save_cpu(regs, smp_processor_id());
}

void machine_kexec(struct kimage *image)
{
	hw_jump_crash_kernel();
}

void machine_emergency_restart(void)
{
	hw_reset();
	for (;;)
		halt();
}
