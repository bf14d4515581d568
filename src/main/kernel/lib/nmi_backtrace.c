/*
 * lib/nmi_backtrace.c: the stacks of other CPUs. They print into their own NMI buffers, and
 * the CPU that asked for it flushes those.
 *
 * Left out: "skipped: idling at ...", for a CPU that sleeps.
 */
#ifdef HAVE_NMI_BACKTRACE

/* Who has yet to show its stack, and does somebody wait for that? */
unsigned long backtrace_mask;
unsigned long backtrace_flag;

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
/* One CPU after another: they may write into the log itself (719f6a7040f1). In the kernel it is an unnamed one. */
DEFINE_RAW_SPINLOCK(backtrace_lock);
#endif

/* On each of them. */
bool nmi_cpu_backtrace(struct pt_regs *regs)
{
	unsigned long me = cpumask_of(smp_processor_id());

	if (!(READ_ONCE(backtrace_mask) & me))
		return false;
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	raw_spin_lock(&backtrace_lock);
#endif
	pr_warn("NMI backtrace for cpu %d\n", smp_processor_id());
	show_regs(regs);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	raw_spin_unlock(&backtrace_lock);
#endif
	fetch_and(&backtrace_mask, ~me);
	return true;
}

/* One at a time: who comes second has nothing shown. */
bool trigger_allbutself_cpu_backtrace(void)
{
	unsigned long others = cpu_online_mask & ~cpumask_of(smp_processor_id());

	if (xchg(&backtrace_flag, 1))
		return true;
	WRITE_ONCE(backtrace_mask, others);
	if (others) {
		pr_info("Sending NMI from CPU %d to CPUs %*pbl:\n", smp_processor_id(),
			cpumask_pr_args(others));
		hw_send_ipi(others, BACKTRACE_VECTOR);
	}
	/* 10 s; who has not answered by then is not mentioned. */
	wait_while(READ_ONCE(backtrace_mask), 10000, mdelay(1));
	printk_safe_flush();
	xchg(&backtrace_flag, 0);
	return true;
}

#else

/* An architecture without a way to interrupt others for it. */
bool trigger_allbutself_cpu_backtrace(void)
{
	return false;
}

#endif
