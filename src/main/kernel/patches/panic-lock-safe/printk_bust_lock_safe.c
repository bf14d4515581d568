/*
 * kernel/printk/printk_safe.c of patch 1/2: printk_bust_lock_safe(). In a file of its own, because
 * patch 2/2 changes it.
 */

/* 0 when the log can be used; a locked logbuf_lock is broken open if this CPU is the last one. */
int printk_bust_lock_safe(void)
{
	if (!raw_spin_is_locked(&logbuf_lock))
		return 0;

	if (num_online_cpus() == 1) {
		debug_locks_off();
		raw_spin_lock_init(&logbuf_lock);
		return 0;
	}
	return -EWOULDBLOCK;
}
