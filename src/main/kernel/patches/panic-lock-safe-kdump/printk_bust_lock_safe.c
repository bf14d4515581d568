/*
 * kernel/printk/printk_safe.c of "printk/panic/x86: Allow to access printk log buffer after
 * crash_smp_send_stop()" (Petr Mladek, 2019-07-16, patch 2/2).
 *
 * Different: the mail gives printk_bust_lock_safe() a parameter; here a second function has it, so
 * that the callers of patch 1/2 stay as they are.
 */

/* kdump_smp_stop: the others were stopped by NMI for a crash dump, though they are still online. */
int printk_bust_lock_safe_kdump(bool kdump_smp_stop)
{
	if (!raw_spin_is_locked(&logbuf_lock))
		return 0;

	if (num_online_cpus() == 1 || kdump_smp_stop) {
		debug_locks_off();
		raw_spin_lock_init(&logbuf_lock);
		return 0;
	}
	return -EWOULDBLOCK;
}

int printk_bust_lock_safe(void)
{
	return printk_bust_lock_safe_kdump(false);
}
