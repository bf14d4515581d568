/*
 * arch/x86/kernel/smp.c of v5.2: stopping the other CPUs, first by interrupt, then by NMI.
 *
 * Left out: rescheduling and function calls; wait (it is 0 in a panic); virtualisation off.
 */

/* The CPU that stops the others. */
atomic_t stopping_cpu = ATOMIC_INIT(-1);
int reboot_force;
bool nonmi_ipi; /* on the command line: leave the NMI alone */

static int smp_stop_nmi_callback(unsigned int val, struct pt_regs *regs)
{
	/* The NMI goes to all but self; an NMI of another kind may still come here. */
	if (raw_smp_processor_id() == atomic_read(&stopping_cpu))
		return NMI_HANDLED;

	stop_this_cpu();
	return NMI_HANDLED;
}

static struct nmiaction smp_stop_nmi_action = {
	.handler = smp_stop_nmi_callback,
	.flags = NMI_FLAG_FIRST,
	.name = "smp_stop",
};

/* REBOOT_VECTOR at the other CPUs. */
__interrupt(REBOOT_VECTOR) void smp_reboot_interrupt(void)
{
	stop_this_cpu();
}

static void native_stop_other_cpus(void)
{
	unsigned long flags, timeout;

	if (reboot_force)
		return;

	if (num_online_cpus() > 1) {
		/* Somebody else does it already. */
		if (atomic_cmpxchg(&stopping_cpu, -1, smp_processor_id()) != -1)
			return;

		/* First ask politely: a CPU that holds a lock with interrupts off may finish. */
		send_IPI_allbutself(REBOOT_VECTOR);
		timeout = USEC_PER_SEC;
		while (num_online_cpus() > 1 && timeout--)
			udelay(1);
	}

	if (num_online_cpus() > 1 && !nonmi_ipi) {
		if (register_nmi_handler(NMI_LOCAL, &smp_stop_nmi_action))
			goto finish;

		/* Printed before the NMI is sent: if this hangs, it never is. */
		pr_emerg("Shutting down cpus with NMI\n");
		send_IPI_allbutself(NMI_VECTOR);

		timeout = 10 * 1000;
		while (num_online_cpus() > 1 && timeout--)
			udelay(1);
	}

finish:
	local_irq_save(flags);
	lapic_disable();
	local_irq_restore(flags);
}

void smp_send_stop(void)
{
	native_stop_other_cpus();
}
