/*
 * arch/x86/kernel/irq_work.c and apic/apic.c: the interrupts that a CPU sends to itself.
 */

void arch_irq_work_raise(void)
{
	send_IPI_self(IRQ_WORK_VECTOR);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(IRQ_WORK_VECTOR) void sysvec_irq_work(void)
#else
__interrupt(IRQ_WORK_VECTOR) void smp_irq_work_interrupt(void)
#endif
{
	irq_enter();
	irq_work_run();
	irq_exit();
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(LOCAL_TIMER_VECTOR) void sysvec_apic_timer_interrupt(void)
#else
__interrupt(LOCAL_TIMER_VECTOR) void smp_apic_timer_interrupt(void)
#endif
{
	tick_handle();
}
