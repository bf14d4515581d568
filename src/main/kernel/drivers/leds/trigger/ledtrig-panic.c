/* drivers/leds/trigger/ledtrig-panic.c: LEDs assigned to panics blink, through panic_blink. */
#ifdef CONFIG_LEDS_TRIGGER_PANIC

DEFINE_SPINLOCK(leds_list_lock);

static long led_panic_blink(int state)
{
	return 0;
}

PANIC_NOTIFIER_IN(led_trigger_panic_notifier, 0, PN_LOOP, spin_lock(&leds_list_lock))
{
	spin_lock(&leds_list_lock);
	panic_blink = led_panic_blink;
	spin_unlock(&leds_list_lock);
	return NOTIFY_DONE;
}

#endif
