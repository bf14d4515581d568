/* Time enough to do something to the machine first. */
void late_panic(void)
{
	wait_for_others();
	mdelay(2000);
	panic("Attempted to kill init! exitcode=0x%08x\n", 0x0000000b);
}

/* A CPU that works, interrupts on. */
void print_now_and_then(void)
{
	local_irq_enable();
	lw_staged();
	for (;;) {
		printk("cpu %d is well\n", smp_processor_id());
		mdelay(20);
	}
}
