/* CPUs that do nothing useful, and cannot or can be interrupted in it. */

/* Deaf: only an NMI gets through. */
void spin_irqs_off(void)
{
	local_irq_disable();
	lw_staged();
	for (;;)
		;
}

/* An endless loop that interrupts get through to. */
void spin_irqs_on(void)
{
	local_irq_enable();
	lw_staged();
	for (;;)
		;
}

/* Nothing at all gets through: on x86 the only way to be out of panic()'s reach. */
void spin_in_nmi(void)
{
	run_in_nmi(spin_irqs_off);
	lw_staged(); /* not reached: it tells that there is a state to wait for */
}
