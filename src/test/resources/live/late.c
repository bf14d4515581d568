/* Time enough to do something to the machine first. */
void late_panic(void)
{
	wait_for_others();
	mdelay(2000);
	panic("Attempted to kill init! exitcode=0x%08x\n", 0x0000000b);
}
