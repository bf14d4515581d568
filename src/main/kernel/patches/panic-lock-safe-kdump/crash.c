/*
 * arch/x86/kernel/crash.c of patch 2/2: the log's lock is broken open right after the NMI, before
 * the notifiers print. Also when the wait for the others has timed out.
 */
void kdump_nmi_shootdown_cpus(void)
{
	nmi_shootdown_cpus(kdump_nmi_callback);
	printk_bust_lock_safe_kdump(true);
	lapic_disable();
}
