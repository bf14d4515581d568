/*
 * arch/powerpc/kernel/setup-common.c: a dump by firmware (fadump) instead of a crash kernel, and the
 * last call to the platform (os-term). No machine here is a POWER; its notifiers run on any.
 */
#ifdef CONFIG_PPC_PANIC_NOTIFIERS

bool fadump_registered; /* firmware knows what to preserve */

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
