/*
 * kernel/printk/printk_safe.c of patch 1/2: printk_bust_lock_safe(). In a file of its own, because
 * patch 2/2 changes it.
 */

/* 0 when the log can be used; a locked logbuf_lock is broken open if this CPU is the last one. */
int printk_bust_lock_safe(void)
{
	return panic_gets_lock(&logbuf_lock) ? 0 : -EWOULDBLOCK;
}
