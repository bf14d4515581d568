/* An oops that was survived is saved. Its line is not for the consoles, so it takes no time. */
void save_an_oops(void)
{
	printk(KERN_DEBUG "BUG: something went wrong\n");
	kmsg_dump(KMSG_DUMP_OOPS);
}
