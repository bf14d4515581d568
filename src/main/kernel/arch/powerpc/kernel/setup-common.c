/*
 * arch/powerpc/kernel/setup-common.c: a dump by firmware (fadump) instead of a crash kernel, and the
 * last word of the platform (os-term). No machine here is a POWER; the notifiers are the same on any.
 */
#ifdef CONFIG_PPC_PANIC_NOTIFIERS

bool fadump_registered; /* the firmware has been told what to keep */

PANIC_NOTIFIER(ppc_panic_fadump_handler, INT_MAX, PN_END)
{
	local_irq_disable();
	if (fadump_registered)
		hw_reset();
	return NOTIFY_DONE;
}

PANIC_NOTIFIER(ppc_panic_platform_handler, INT_MIN, PN_END)
{
	hw_hypervisor("rtas", "os-term");
	return NOTIFY_DONE;
}

#endif
