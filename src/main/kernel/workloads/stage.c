/* How workloads wait for each other, and how they get into interrupts and NMIs. */

/* The panic comes at most this many microseconds after all CPUs are in place: 0 means at once. */
unsigned int panic_delay_us;

/* For workloads that panic: all others are in their states, and this one is about to act. */
void wait_for_others(void)
{
	lw_staged();
	while (!lw_all_staged())
		cpu_relax();
	if (panic_delay_us)
		udelay(prandom_u32_max(panic_delay_us));
}

DEFINE_PER_CPU(void *, work_in_irq);
DEFINE_PER_CPU(void *, work_in_nmi);

static void call(void *function)
{
	void (*work)(void) = (void (*)(void))function;

	work();
}

/* A hard interrupt of a device. */
__interrupt(WORKLOAD_VECTOR) void workload_interrupt(void)
{
	irq_enter();
	call(this_cpu_read(work_in_irq));
	irq_exit();
}

/* Calls work() in a hard interrupt of this CPU. Returns when it does. */
void run_in_irq(void (*work)(void))
{
	this_cpu_write(work_in_irq, (void *)work);
	local_irq_enable();
	send_IPI_self(WORKLOAD_VECTOR);
	mdelay(1); /* the interrupt arrives here */
}

/* From the NMI's handler: true if the NMI was for a workload of this CPU. */
static bool take_work_in_nmi(void)
{
	void *work = this_cpu_read(work_in_nmi);

	if (!work)
		return false;
	this_cpu_write(work_in_nmi, NULL);
	call(work);
	return true;
}

#ifdef CONFIG_X86

static int workload_nmi_handler(unsigned int type, struct pt_regs *regs)
{
	return take_work_in_nmi() ? NMI_HANDLED : NMI_DONE;
}

static struct nmiaction workload_nmi_action = {
	.handler = workload_nmi_handler,
	.name = "workload",
};

static void workload_init(void)
{
	register_nmi_handler(NMI_LOCAL, &workload_nmi_action);
}
late_initcall(workload_init);

#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
#ifdef CONFIG_ARM64

static void workload_pseudo_nmi(void)
{
	take_work_in_nmi();
}

static void workload_init(void)
{
	request_percpu_nmi(workload_pseudo_nmi);
}
late_initcall(workload_init);

#endif
#endif

/* Does the machine have NMIs, and does the kernel have a use for those of a workload? */
static inline bool can_send_nmi(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 1, 0)
#ifdef CONFIG_ARM64
	return false;
#endif
#endif
	return hw_has_nmi();
}

/*
 * Calls work() in an NMI of this CPU; returns when it does. A machine without NMIs enters the same
 * state at this point, as an SError of arm64 does.
 */
void run_in_nmi(void (*work)(void))
{
	unsigned long flags;

	if (!can_send_nmi()) {
		local_irq_save(flags);
		nmi_enter();
		work();
		nmi_exit();
		local_irq_restore(flags);
		return;
	}
	this_cpu_write(work_in_nmi, (void *)work);
	send_IPI_self(NMI_VECTOR);
	mdelay(1); /* the NMI arrives here */
}
