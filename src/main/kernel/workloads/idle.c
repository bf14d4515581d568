/* A CPU with nothing to do. */

/* Sleeps, and takes every interrupt. */
void idle(void)
{
	local_irq_enable();
	lw_staged();
	for (;;)
		halt();
}
