/* A CPU that does something before it enters its state. */
int steps_done;

void get_ready(void)
{
	WRITE_ONCE(steps_done, 1);
	WRITE_ONCE(steps_done, 2);
}

void spin_when_ready(void)
{
	get_ready();
	lw_staged();
	for (;;)
		cpu_relax();
}
