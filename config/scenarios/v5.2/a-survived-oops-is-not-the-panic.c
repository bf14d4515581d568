/* One CPU loses its task by an oops, with panic_on_oops = 0; half a second later another one panics. */

void oopses(void)
{
	int *nowhere = NULL;

	lw_staged();
	*nowhere = 1;
}

void panics_later(void)
{
	lw_staged();
	mdelay(500);
	panic("after an oops");
}

/* The same CPU stores its oops, and later panics with the lock that its dump needs. */
void oopses_and_panics_under_lock(void)
{
	lw_oops_begins();
	pr_emerg("Oops: stored before the panic\n");
	kmsg_dump(KMSG_DUMP_OOPS);
	panic_holding(&logbuf_lock);
}

/* The log is stored as for an oops, without one. */
void stores_the_log_and_panics_under_lock(void)
{
	pr_emerg("stored before the panic\n");
	kmsg_dump(KMSG_DUMP_OOPS);
	panic_holding(&logbuf_lock);
}
