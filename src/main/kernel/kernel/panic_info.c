/*
 * What panic_print can request in addition to tasks: mm/page_alloc.c, kernel/time/timer_list.c,
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
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_nmi_direct_enter();
#endif
	printk("Dumping ftrace buffer:\n");
	printk("   (ftrace buffer empty)\n");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_nmi_direct_exit();
#endif
}

PANIC_NOTIFIER_AT(trace_panic_handler, 150, PN_INFO, core_initcall)
{
	if (ftrace_dump_on_oops)
		ftrace_dump();
	return NOTIFY_OK;
}
