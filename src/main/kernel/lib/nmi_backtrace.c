/*
 * lib/nmi_backtrace.c: the stacks of other CPUs. They print into their own NMI buffers (up to
 * 5.14), which the requesting CPU flushes.
 *
 * Left out: "skipped: idling at ...", for a CPU that sleeps.
 */
#ifdef HAVE_NMI_BACKTRACE

/* CPUs that have yet to show their stacks; is a CPU waiting for them? */
unsigned long backtrace_mask;
unsigned long backtrace_flag;

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
/* One CPU after another: they may write into the log itself (719f6a7040f1). Unnamed in Linux. */
DEFINE_RAW_SPINLOCK(backtrace_lock);
#endif

/* On each of them. */
bool nmi_cpu_backtrace(struct pt_regs *regs)
{
	unsigned long me = cpumask_of(smp_processor_id());
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
	unsigned long irqs;
	bool began;
#endif

	if (!(READ_ONCE(backtrace_mask) & me))
		return false;
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	raw_spin_lock(&backtrace_lock);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
	/* They write into the log itself: one after another (55d6af1d6688). */
	began = printk_cpu_sync_get(&irqs);
#endif
	pr_warn("NMI backtrace for cpu %d\n", smp_processor_id());
	show_regs(regs);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	raw_spin_unlock(&backtrace_lock);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
	printk_cpu_sync_put(began, irqs);
#endif
	fetch_and(&backtrace_mask, ~me);
	return true;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* No NMI is needed for this CPU's own stack. */
static inline void show_own_backtrace(void)
{
	unsigned long irqs;
	bool began = printk_cpu_sync_get(&irqs);

	pr_warn("NMI backtrace for cpu %d\n", smp_processor_id());
	dump_stack();
	printk_cpu_sync_put(began, irqs);
}
#endif

/* Those in the mask, without this CPU. Waits 10 s; later ones are not mentioned. */
static inline void ask_for_backtraces(unsigned long others)
{
	if (others) {
		pr_info("Sending NMI from CPU %d to CPUs %*pbl:\n", smp_processor_id(),
			cpumask_pr_args(others));
		hw_send_ipi(others, BACKTRACE_VECTOR);
	}
	wait_while(READ_ONCE(backtrace_mask), 10000, mdelay(1));
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_safe_flush();
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	/* The CPU that could not print it may be unable to for a long time (5d5e4522a7f4). */
	defer_console_output();
#endif
}

/* One request at a time: a second one shows nothing. */
bool trigger_allbutself_cpu_backtrace(void)
{
	unsigned long others = cpu_online_mask & ~cpumask_of(smp_processor_id());

	if (xchg(&backtrace_flag, 1))
		return true;
	WRITE_ONCE(backtrace_mask, others);
	ask_for_backtraces(others);
	xchg(&backtrace_flag, 0);
	return true;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* All online CPUs, this one first. */
bool trigger_all_cpu_backtrace(void)
{
	unsigned long others = cpu_online_mask & ~cpumask_of(smp_processor_id());

	if (xchg(&backtrace_flag, 1) == 0) {
		WRITE_ONCE(backtrace_mask, others);
		show_own_backtrace();
		ask_for_backtraces(others);
		xchg(&backtrace_flag, 0);
	}
	return true;
}
#endif

#else

/* An architecture that cannot interrupt others for it. */
bool trigger_allbutself_cpu_backtrace(void)
{
	return false;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
bool trigger_all_cpu_backtrace(void)
{
	return false;
}
#endif

#endif
