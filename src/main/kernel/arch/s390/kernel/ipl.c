/* arch/s390/kernel/ipl.c: what the operator wants of a panic. It stops the machine as a rule. */
#ifdef CONFIG_S390_PANIC_NOTIFIERS

PANIC_NOTIFIER(on_panic_notify, INT_MIN, PN_END)
{
	hw_hypervisor("s390", "shutdown");
	return NOTIFY_OK;
}

#endif
