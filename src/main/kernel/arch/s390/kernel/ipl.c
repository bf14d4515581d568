/* arch/s390/kernel/ipl.c: the operator's choice of action on a panic; usually to stop. */
#ifdef CONFIG_S390_PANIC_NOTIFIERS

PANIC_NOTIFIER(on_panic_notify, INT_MIN, PN_END)
{
	hw_hypervisor("s390", "shutdown");
	return NOTIFY_OK;
}

#endif
