/* CPUs that do nothing useful, and can or cannot be interrupted. */

/* Deaf: only an NMI gets through. */
void spin_irqs_off(void)
{
	local_irq_disable();
	lw_staged();
	for (;;)
		;
}

/* An endless loop that can be interrupted. */
void spin_irqs_on(void)
{
	local_irq_enable();
	lw_staged();
	for (;;)
		;
}

/* Nothing at all gets through: on x86 the only way to escape panic(). */
void spin_in_nmi(void)
{
	run_in_nmi(spin_irqs_off);
	lw_staged(); /* not reached: marks a state to wait for */
}
