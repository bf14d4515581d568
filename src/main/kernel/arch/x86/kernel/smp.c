/*
 * arch/x86/kernel/smp.c: stopping the other CPUs, first by interrupt, then by NMI.
 *
 * Left out: rescheduling and function calls; wait (0 in a panic); disabling virtualisation.
 */

/* The CPU that stops the others. */
atomic_t stopping_cpu = ATOMIC_INIT(-1);
int reboot_force;
bool nonmi_ipi; /* boot parameter: do not use NMIs */

/* The NMI goes to all but its sender, which may still get NMIs of another kind. */
static int smp_stop_nmi_callback(unsigned int val, struct pt_regs *regs)
{
	bool sender = atomic_read(&stopping_cpu) == smp_processor_id();

	if (!sender)
		stop_this_cpu();
	return NMI_HANDLED;
}

static struct nmiaction smp_stop_nmi_action = {
	.handler = smp_stop_nmi_callback,
	.flags = NMI_FLAG_FIRST,
	.name = "smp_stop",
};

/* REBOOT_VECTOR at the other CPUs. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(REBOOT_VECTOR) void sysvec_reboot(void)
#else
__interrupt(REBOOT_VECTOR) void smp_reboot_interrupt(void)
#endif
{
	stop_this_cpu();
}

inline void send_and_wait(int vector, long usecs)
{
	send_IPI_allbutself(vector);
	wait_while(others_online(), usecs, udelay(1));
}

/* For CPUs that did not take the interrupt, if the machine has an NMI to spare. */
inline void stop_by_nmi(void)
{
	if (nonmi_ipi || register_nmi_handler(NMI_LOCAL, &smp_stop_nmi_action) != 0) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
		/* Late CPUs get the same time even without it (747d5a1bf293). */
		wait_while(others_online(), USEC_PER_SEC / 100, udelay(1));
#endif
		return;
	}
	/* Printed before the NMI is sent: if this hangs, it never is. */
	pr_emerg("Shutting down cpus with NMI\n");
	send_and_wait(NMI_VECTOR, USEC_PER_SEC / 100);
}

/* From now on no interrupt and no IPI reaches this CPU, whatever its flag says. */
inline void cut_off_from_interrupts(void)
{
	unsigned long flags;

	local_irq_save(flags);
	lapic_disable();
	local_irq_restore(flags);
}

static void native_stop_other_cpus(void)
{
	if (reboot_force)
		return;
	if (others_online()) {
		if (atomic_cmpxchg(&stopping_cpu, -1, smp_processor_id()) != -1)
			return; /* another CPU is already doing it */
		/* The gentle way: a CPU that holds a lock with interrupts off may finish. */
		send_and_wait(REBOOT_VECTOR, USEC_PER_SEC);
	}
	if (others_online())
		stop_by_nmi();
	cut_off_from_interrupts();
}

void smp_send_stop(void)
{
	native_stop_other_cpus();
}
