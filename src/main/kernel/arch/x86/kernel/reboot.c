/*
 * arch/x86/kernel/reboot.c: restarting, and the NMI that stops CPUs for a crash dump.
 *
 * Left out: disabling virtualisation (which may stop CPUs once more), the ways to reset a PC.
 */

/* The CPU that crashes the machine, what the others do before they halt, and whether they do. */
int crashing_cpu = -1;
static void (*shootdown_callback)(int cpu, struct pt_regs *regs);
int crash_ipi_issued;

inline void halt_for_crash_dump(int cpu, struct pt_regs *regs)
{
	local_irq_disable();
	shootdown_callback(cpu, regs);
	atomic_dec(&waiting_for_crash_ipi);
	rest_for_ever();
}

/* An NMI on the crashing CPU itself, such as the watchdog's, has another cause. */
static int crash_nmi_callback(unsigned int val, struct pt_regs *regs)
{
	int here = smp_processor_id();

	if (crashing_cpu != here)
		halt_for_crash_dump(here, regs);
	return NMI_HANDLED;
}

static struct nmiaction crash_nmi_action = {
	.handler = crash_nmi_callback,
	.flags = NMI_FLAG_FIRST,
	.name = "crash",
};

/* From now on this CPU ignores the NMI, and the others know what to do in it. */
inline void direct_crash_dump(void (*callback)(int cpu, struct pt_regs *regs))
{
	crashing_cpu = smp_processor_id();
	shootdown_callback = callback;
	expect_crash_reports();
}

/* Tells CPUs that can take NMIs, and those that are in one and can only poll. */
inline void summon_for_crash_dump(void)
{
	send_IPI_allbutself(NMI_VECTOR);
	WRITE_ONCE(crash_ipi_issued, 1);
}

/* Stops all other CPUs by NMI, within a second. They stay in cpu_online_mask. */
void nmi_shootdown_cpus(void (*callback)(int cpu, struct pt_regs *regs))
{
	local_irq_disable();
	direct_crash_dump(callback);
	if (register_nmi_handler(NMI_LOCAL, &crash_nmi_action) == 0) {
		summon_for_crash_dump();
		wait_while(crash_reports_missing(), 1000, mdelay(1));
	}
}

/* For CPUs that are in an NMI, which no other NMI can interrupt. */
void run_crash_ipi_callback(struct pt_regs *regs)
{
	if (crash_ipi_issued)
		crash_nmi_callback(0, regs);
}

/* A CPU that loses the race to panic in an NMI. It only answers the NMI of the crash dump. */
void nmi_panic_self_stop(struct pt_regs *regs)
{
	while (!READ_ONCE(crash_ipi_issued))
		cpu_relax();
	run_crash_ipi_callback(regs);
}

/* drivers/acpi: how a PC is reset. */
void machine_emergency_restart(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
#ifdef CONFIG_XEN
	xen_emergency_restart();
#endif
#endif
	printk(KERN_DEBUG "ACPI MEMORY or I/O RESET_REG.\n");
	hw_reset();
}
