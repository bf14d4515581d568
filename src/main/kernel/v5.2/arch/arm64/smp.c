/*
 * arch/arm64/kernel/smp.c of v5.2: stopping the other CPUs by an interrupt that they may have
 * masked.
 *
 * Left out: SDEI, CPU hotplug (a CPU that crash-stops parks, it is not powered off).
 * Different: a stopped CPU halts where the original spins, so that the machine sees it at rest.
 */

static void ipi_cpu_stop(int cpu)
{
	set_cpu_online(cpu, false);
	local_irq_disable();
	for (;;)
		halt();
}

static atomic_t waiting_for_crash_ipi;

/* Stays in cpu_online_mask. */
static void ipi_cpu_crash_stop(int cpu, struct pt_regs *regs)
{
	crash_save_cpu(regs, cpu);
	atomic_dec(&waiting_for_crash_ipi);
	local_irq_disable();
	for (;;)
		halt();
}

void handle_IPI(int ipinr, struct pt_regs *regs)
{
	int cpu = smp_processor_id();

	switch (ipinr) {
	case IPI_CPU_STOP:
		irq_enter();
		ipi_cpu_stop(cpu);
		irq_exit();
		break;
	case IPI_CPU_CRASH_STOP:
		irq_enter();
		ipi_cpu_crash_stop(cpu, regs);
		break;
	case IPI_IRQ_WORK:
		irq_enter();
		irq_work_run();
		irq_exit();
		break;
	default:
		pr_crit("CPU%u: Unknown IPI message 0x%x\n", (unsigned int)cpu, ipinr);
		break;
	}
}

__interrupt(IPI_CPU_STOP) void handle_ipi_cpu_stop(void)
{
	handle_IPI(IPI_CPU_STOP, current_pt_regs());
}

__interrupt(IPI_CPU_CRASH_STOP) void handle_ipi_cpu_crash_stop(void)
{
	handle_IPI(IPI_CPU_CRASH_STOP, current_pt_regs());
}

__interrupt(IPI_IRQ_WORK) void handle_ipi_irq_work(void)
{
	handle_IPI(IPI_IRQ_WORK, current_pt_regs());
}

__interrupt(LOCAL_TIMER_VECTOR) void arch_timer_handler(void)
{
	tick_handle();
}

void arch_irq_work_raise(void)
{
	send_IPI_self(IPI_IRQ_WORK);
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

	/* The whole online mask: this CPU's own number is in it. */
	if (num_online_cpus() > 1)
		pr_warning("SMP: failed to stop secondary CPUs %*pbl\n",
			   cpumask_pr_args(cpu_online_mask));
}

static bool cpus_stopped;

/* Stops the other CPUs for a crash dump, with their registers: once only. */
void crash_smp_send_stop(void)
{
	unsigned long mask, timeout;

	if (cpus_stopped)
		return;
	cpus_stopped = true;

	if (num_online_cpus() == 1)
		return;

	mask = cpu_online_mask & ~cpumask_of(smp_processor_id());
	atomic_set(&waiting_for_crash_ipi, num_online_cpus() - 1);

	pr_crit("SMP: stopping secondary CPUs\n");
	hw_send_ipi(mask, IPI_CPU_CRASH_STOP);

	timeout = USEC_PER_SEC;
	while (atomic_read(&waiting_for_crash_ipi) > 0 && timeout--)
		udelay(1);

	if (atomic_read(&waiting_for_crash_ipi) > 0)
		pr_warning("SMP: failed to stop secondary CPUs %*pbl\n", cpumask_pr_args(mask));
}

bool smp_crash_stop_failed(void)
{
	return atomic_read(&waiting_for_crash_ipi) > 0;
}
