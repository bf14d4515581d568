/*
 * kernel/softirq.c and linux/hardirq.h: entering and leaving interrupts. Softirqs
 * themselves do not exist here.
 */

void irq_enter(void)
{
	preempt_count_add(HARDIRQ_OFFSET);
}

void irq_exit(void)
{
	preempt_count_sub(HARDIRQ_OFFSET);
}

/* From now on printk() only fills this CPU's NMI buffer (up to 5.14). */
void nmi_enter(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_nmi_enter();
#endif
	preempt_count_add(NMI_OFFSET + HARDIRQ_OFFSET);
}

void nmi_exit(void)
{
	preempt_count_sub(NMI_OFFSET + HARDIRQ_OFFSET);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_nmi_exit();
#endif
}
