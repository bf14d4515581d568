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

/* From here on printk() only fills this CPU's NMI buffer. */
void nmi_enter(void)
{
	printk_nmi_enter();
	preempt_count_add(NMI_OFFSET + HARDIRQ_OFFSET);
}

void nmi_exit(void)
{
	preempt_count_sub(NMI_OFFSET + HARDIRQ_OFFSET);
	printk_nmi_exit();
}
