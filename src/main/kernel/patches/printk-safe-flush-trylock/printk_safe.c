/*
 * kernel/printk/printk_safe.c of 5.2 after "printk: fix deadlock when kernel panic" (8a8109f303e2,
 * Muchun Song, for 5.12): read_lock gets the same care as logbuf_lock. (It is renamed
 * safe_read_lock there; here it keeps its name.)
 */
void printk_safe_flush_on_panic(void)
{
	if (raw_spin_is_locked(&logbuf_lock)) {
		if (num_online_cpus() > 1)
			return;

		debug_locks_off();
		raw_spin_lock_init(&logbuf_lock);
	}

	/* A CPU may have been stopped in the middle of a flush. */
	if (raw_spin_is_locked(&read_lock)) {
		if (num_online_cpus() > 1)
			return;

		debug_locks_off();
		raw_spin_lock_init(&read_lock);
	}

	printk_safe_flush();
}
