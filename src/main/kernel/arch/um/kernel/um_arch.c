/* arch/um: the kernel is a process; its panic ends it, once its log is saved. */
#ifdef CONFIG_UML_PANIC_NOTIFIERS

PANIC_NOTIFIER(um_notify_mconsole_panic, INT_MAX, PN_HYPERVISOR)
{
	hw_hypervisor("uml", "panicked");
	return 0;
}

PANIC_NOTIFIER(panic_exit, INT_MAX - 1, PN_END)
{
	kmsg_dump(KMSG_DUMP_PANIC);
	hw_hypervisor("uml", "shutdown");
	return NOTIFY_DONE;
}

#endif
