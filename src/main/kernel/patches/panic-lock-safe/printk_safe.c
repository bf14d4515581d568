/*
 * kernel/printk/printk_safe.c of patch 1/2: the test has moved to printk_bust_lock_safe().
 */
void printk_safe_flush_on_panic(void)
{
	if (printk_bust_lock_safe() == 0)
		printk_safe_flush();
}
