/* arch/xtensa/platforms/iss/setup.c: the simulator ends. */
#ifdef CONFIG_XTENSA_PLATFORM_ISS

PANIC_NOTIFIER(iss_panic_event, 0, PN_END)
{
	hw_hypervisor("simulator", "shutdown");
	return NOTIFY_DONE;
}

#endif
