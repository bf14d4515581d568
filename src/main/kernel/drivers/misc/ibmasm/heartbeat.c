/* drivers/misc/ibmasm/heartbeat.c (gone in 7.3): the service processor gets no more answers. */
#ifdef CONFIG_IBM_ASM

static int suspend_heartbeats;

PANIC_NOTIFIER(panic_happened, 1, PN_REST)
{
	suspend_heartbeats = 1;
	return 0;
}

#endif
