/* drivers/leds/trigger/ledtrig-activity.c: no more activity to show. */
#ifdef CONFIG_LEDS_TRIGGER_ACTIVITY

static int activity_panic_detected;

PANIC_NOTIFIER(activity_panic_notifier, 0, PN_LOOP)
{
	activity_panic_detected = 1;
	return NOTIFY_DONE;
}

#endif
