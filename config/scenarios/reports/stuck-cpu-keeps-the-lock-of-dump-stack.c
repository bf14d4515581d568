/* Stuck at the first line of its stack, as in a console driver. */
static void stays_here(void)
{
	local_irq_disable();
	lw_staged();
	for (;;)
		cpu_relax();
}

void stuck_in_dump_stack(void)
{
	hw_breakpoint((void *)dump_stack_print_info, (void *)stays_here);
	dump_stack();
}
