/* drivers/leds/trigger/ledtrig-heartbeat.c: a kernel that has panicked has no heartbeat. */
#ifdef CONFIG_LEDS_TRIGGER_HEARTBEAT

static int panic_heartbeats;

PANIC_NOTIFIER(heartbeat_panic_notifier, 0, PN_LOOP)
{
	panic_heartbeats = 1;
	return NOTIFY_DONE;
}

#endif
