/* An oops that will be survived is saved, with interrupts off. */
void save_an_oops(void)
{
	local_irq_disable();
	printk(KERN_ALERT "BUG: something went wrong\n");
	kmsg_dump(KMSG_DUMP_OOPS);
	local_irq_enable();
}
