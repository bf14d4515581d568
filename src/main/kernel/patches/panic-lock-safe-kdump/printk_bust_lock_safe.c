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
	bool usable = panic_gets_lock(&logbuf_lock) ||
		      (kdump_smp_stop && panic_bust_lock(&logbuf_lock));

	return usable ? 0 : -EWOULDBLOCK;
}

int printk_bust_lock_safe(void)
{
	return printk_bust_lock_safe_kdump(false);
}
