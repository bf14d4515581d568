/*
 * arch/mips/sgi-ip22/ip22-reset.c and sgi-ip32: a timer is to blink an LED. With interrupts off it
 * never runs.
 */
#ifdef CONFIG_SGI_PANIC_NOTIFIERS

static bool ip22_blink_timer_armed;

PANIC_NOTIFIER(ip22_panic_event, 0, PN_LOOP)
{
	ip22_blink_timer_armed = true;
	return NOTIFY_DONE;
}

#endif
