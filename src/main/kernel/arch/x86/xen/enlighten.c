/*
 * arch/x86/xen/enlighten.c: a guest of Xen. Before 5.4 the notifier itself ended the guest.
 */
#ifdef CONFIG_XEN

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
bool xen_legacy_crash; /* end the guest in the notifier, as before 5.4 */
static bool xen_has_crashed;

/* The last act of panic(), which must come: a kernel that would wait for ever restarts at once. */
static inline void xen_ends_guest(void)
{
	if (xen_legacy_crash)
		hw_hypervisor("xen", "shutdown");
	xen_has_crashed = true;
	if (panic_timeout == 0)
		panic_timeout = -1;
}

void xen_emergency_restart(void)
{
	if (xen_has_crashed)
		hw_hypervisor("xen", "shutdown");
}
#else
/* Immediately, before kmsg_dump(). */
static inline void xen_ends_guest(void)
{
	hw_hypervisor("xen", "shutdown");
}
#endif

/* Unless a crash kernel is loaded. */
PANIC_NOTIFIER_AT(xen_panic_event, INT_MIN, PN_HYPERVISOR, core_initcall)
{
	if (!kexec_crash_loaded())
		xen_ends_guest();
	return NOTIFY_DONE;
}

#endif
