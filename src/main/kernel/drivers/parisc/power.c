/*
 * drivers/parisc/power.c and arch/parisc/kernel/pdc_chassis.c: a code on the front panel, and a
 * power button that hardware handles again. Firmware calls take a lock.
 */
#ifdef CONFIG_PARISC_PANIC_NOTIFIERS

DEFINE_SPINLOCK(pdc_lock);
int pdc_call_ms = 1;

PANIC_NOTIFIER_IN(pdc_chassis_panic_event, INT_MAX, PN_REST, spin_lock(&pdc_lock))
{
	spin_lock(&pdc_lock);
	device_await(pdc_call_ms);
	spin_unlock(&pdc_lock);
	return NOTIFY_DONE;
}

PANIC_NOTIFIER(parisc_panic_event, INT_MAX, PN_REST)
{
	device_await(pdc_call_ms);
	return NOTIFY_DONE;
}

#endif
