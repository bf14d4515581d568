/*
 * drivers/char/ipmi: events for the log of a baseboard controller (BMC), and its watchdog, which
 * must leave time for a dump. Each request is polled until the BMC answers, without limit. A list
 * that a stopped CPU was changing is given up, not waited for.
 */
#ifdef CONFIG_IPMI_HANDLER

#define IPMI_PANIC_WDT_TIMEOUT 255 /* seconds */

int ipmi_bmc_ms = 5;		/* the BMC's answer to a request */
int ipmi_panic_events = 3;	/* of the event log: a header, and the panic's text in pieces */
DEFINE_SPINLOCK(ipmi_xmit_msgs_lock);
static int ipmi_xmit_msgs;

#ifdef CONFIG_IPMI_WATCHDOG
CRASH_DEVICE(ipmi_watchdog, "watchdog of the BMC", SUFFERS_RESET, false);
int ipmi_watchdog_s = 60;

/* Only once. The next kernel has until then to take over the watchdog. */
static inline void ipmi_wdog_panic_handler(void)
{
	device_await(ipmi_bmc_ms);
	ipmi_watchdog_s = IPMI_PANIC_WDT_TIMEOUT;
	device_write(&ipmi_watchdog, false);
}
#else
#define ipmi_wdog_panic_handler()
#endif

PANIC_NOTIFIER_IN(panic_event, 200, PN_REST, spin_lock(&ipmi_xmit_msgs_lock))
{
	int event;

	if (!spin_trylock(&ipmi_xmit_msgs_lock))
		ipmi_xmit_msgs = 0;
	else
		spin_unlock(&ipmi_xmit_msgs_lock);
	ipmi_wdog_panic_handler();
	for (event = 0; event < ipmi_panic_events; event++)
		device_await(ipmi_bmc_ms);
	return NOTIFY_DONE;
}

#endif
