/*
 * arch/x86/kernel/reboot.c of v5.2: restarting, and the NMI that stops CPUs for a crash dump.
 *
 * Left out: virtualisation off (it may shoot CPUs down once more), the ways to reset a PC.
 */

/* The CPU that crashes the machine. */
int crashing_cpu = -1;
atomic_t waiting_for_crash_ipi;
int crash_ipi_issued;

/* What each CPU does before it halts. */
static void (*shootdown_callback)(int cpu, struct pt_regs *regs);

static int crash_nmi_callback(unsigned int val, struct pt_regs *regs)
{
	int cpu = raw_smp_processor_id();

	/* An NMI on the crashing CPU itself, for example the watchdog's. */
	if (cpu == crashing_cpu)
		return NMI_HANDLED;

	local_irq_disable();
	shootdown_callback(cpu, regs);

	atomic_dec(&waiting_for_crash_ipi);
	for (;;)
		halt();
	return NMI_HANDLED;
}

static struct nmiaction crash_nmi_action = {
	.handler = crash_nmi_callback,
	.flags = NMI_FLAG_FIRST,
	.name = "crash",
};

/* Stops all others by NMI. They stay in cpu_online_mask. */
void nmi_shootdown_cpus(void (*callback)(int cpu, struct pt_regs *regs))
{
	unsigned long msecs;

	local_irq_disable();

	crashing_cpu = smp_processor_id();
	shootdown_callback = callback;
	atomic_set(&waiting_for_crash_ipi, num_online_cpus() - 1);

	if (register_nmi_handler(NMI_LOCAL, &crash_nmi_action))
		return;

	send_IPI_allbutself(NMI_VECTOR);
	/* For CPUs that are in an NMI and poll for this. */
	WRITE_ONCE(crash_ipi_issued, 1);

	msecs = 1000;
	while (atomic_read(&waiting_for_crash_ipi) > 0 && msecs--)
		mdelay(1);
}

void run_crash_ipi_callback(struct pt_regs *regs)
{
	if (crash_ipi_issued)
		crash_nmi_callback(0, regs);
}

/* A CPU that loses the race to panic in an NMI. It answers the crash dump's NMI only. */
void nmi_panic_self_stop(struct pt_regs *regs)
{
	while (!READ_ONCE(crash_ipi_issued))
		cpu_relax();
	run_crash_ipi_callback(regs);
}

void machine_emergency_restart(void)
{
	hw_reset();
}
