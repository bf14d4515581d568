/*
 * What panic_print can ask for beyond tasks: mm/page_alloc.c, kernel/time/timer_list.c,
 * kernel/locking/lockdep.c and kernel/trace/trace.c, reduced to their first lines.
 */

void show_mem(void)
{
	printk("Mem-Info:\n");
}

void sysrq_timer_list_show(void)
{
	printk("Timer List Version: v0.8\n");
}

/* Nothing without lockdep. */
void debug_show_all_locks(void)
{
#ifdef CONFIG_LOCKDEP
	pr_warn("\n");
	pr_warn("Showing all locks held in the system:\n");
#endif
}

int ftrace_dump_on_oops;

void ftrace_dump(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	printk_nmi_direct_enter();
#endif
	printk("Dumping ftrace buffer:\n");
	printk("   (ftrace buffer empty)\n");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	printk_nmi_direct_exit();
#endif
}

static int trace_panic_handler(struct notifier_block *this, unsigned long event, void *unused)
{
	if (ftrace_dump_on_oops)
		ftrace_dump();
	return NOTIFY_OK;
}

static struct notifier_block trace_panic_notifier = {
	.notifier_call = trace_panic_handler,
	.priority = 150,
};

static void trace_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &trace_panic_notifier);
}
core_initcall(trace_init);
