/* arch/sparc/kernel/sstate.c: the hypervisor shows the state of its guests. */
#ifdef CONFIG_SPARC_SSTATE

PANIC_NOTIFIER(sstate_panic_event, INT_MAX, PN_HYPERVISOR)
{
	hw_hypervisor("sstate", "panicking");
	return NOTIFY_DONE;
}

#endif
