/* The consoles are this CPU's, with interrupts off, for ever. */
void keep_the_consoles(void)
{
	console_lock();
	local_irq_disable();
	lw_staged();
	for (;;)
		;
}
