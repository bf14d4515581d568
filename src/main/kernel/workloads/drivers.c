/*
 * A CPU inside the drivers named by settings such as panic_event_locked, with interrupts off, for
 * ever. Without such a setting it does nothing.
 */
void inside_drivers(void)
{
	local_irq_disable();
	if (!panic_drivers_enter())
		local_irq_enable();
	lw_staged();
	for (;;)
		;
}
