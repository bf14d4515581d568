/* A CPU inside the drivers that settings such as panic_event_locked name, with interrupts off, for ever. */
void inside_drivers(void)
{
	local_irq_disable();
	panic_drivers_enter();
	lw_staged();
	for (;;)
		;
}
