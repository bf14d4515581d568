/*
 * kernel/printk/printk_safe.c of 5.2 after "printk: fix deadlock when kernel panic" (8a8109f303e2,
 * Muchun Song, for 5.12): read_lock gets the same care as logbuf_lock. (It is renamed
 * safe_read_lock there; here it keeps its name.)
 */
void printk_safe_flush_on_panic(void)
{
	if (panic_gets_lock(&logbuf_lock) && panic_gets_lock(&read_lock))
		printk_safe_flush();
}
