/* A CPU with nothing to do. Dumps show the beginning of an idle task in the place of idle(). */

/* Sleeps, and takes every interrupt. */
void idle(void)
{
	cpu_startup_entry();
}
