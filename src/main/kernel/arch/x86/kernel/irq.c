/*
 * arch/x86/kernel/irq_work.c and apic/apic.c: the interrupts a CPU sends to itself.
 */

void arch_irq_work_raise(void)
{
	send_IPI_self(IRQ_WORK_VECTOR);
}

__interrupt(IRQ_WORK_VECTOR) void smp_irq_work_interrupt(void)
{
	irq_enter();
	irq_work_run();
	irq_exit();
}

__interrupt(LOCAL_TIMER_VECTOR) void smp_apic_timer_interrupt(void)
{
	tick_handle();
}
