/*
 * Panic notifiers. A driver writes
 *
 *	PANIC_NOTIFIER(my_panic, 0, PN_INFO)
 *	{
 *		...
 *		return NOTIFY_DONE;
 *	}
 *
 * and has int my_panic(struct notifier_block *nb, unsigned long action, void *text), registered with
 * priority 0 (the setting my_panic_priority). There is one list for all of them, unless a patch of the
 * kernel's order sorts them by purpose. The settings my_panic_hangs, my_panic_takes_ms and
 * my_panic_resets inject faults into any of them.
 *
 * PANIC_NOTIFIER_IN() also names how the rest of the driver enters the section that my_panic() may
 * disturb: spin_lock(&my_lock). With the setting my_panic_locked the workload inside_drivers is in
 * that section when it is stopped.
 */
#define INT_MAX 2147483647
#define INT_MIN (-2147483647 - 1)

/* What a notifier is for: Petr Mladek's groups of 20 January 2022, and others. */
enum panic_notifier_kind {
	PN_WATCHDOG,	/* silences a detector */
	PN_INFO,	/* prints something that is not in the log yet */
	PN_HYPERVISOR,	/* tells the hypervisor or firmware */
	PN_HARDWARE,	/* puts a device into the state that the next kernel needs */
	PN_REST,	/* cleans up */
	PN_LOOP,	/* blinks: for an observer of the final loop */
	PN_END,		/* may not return: dumps, resets, stops */
	PN_KINDS,
};

/* How the driver takes its lock, for inside_drivers(). */
struct panic_driver {
	bool (*enter)(void);
	struct panic_driver *next;
};

#ifdef CONFIG_PANIC_NOTIFIER_REPORT
#define notifier_begins(name) lw_notifier(name, false)
#define notifier_is_over(name) lw_notifier(name, true)
#else
#define notifier_begins(name)
#define notifier_is_over(name)
#endif

#define PANIC_NOTIFIER_AT(callback, prio, kind, level) \
	bool callback##_hangs; \
	unsigned int callback##_takes_ms; \
	bool callback##_resets; \
	int callback##_priority = prio; \
	int callback(struct notifier_block *nb, unsigned long action, void *text) \
	{ \
		int ret; \
		notifier_begins(#callback); \
		if (callback##_takes_ms) \
			mdelay(callback##_takes_ms); \
		while (callback##_hangs) \
			cpu_relax(); \
		ret = callback##_body(nb, action, text); \
		if (callback##_resets) \
			hw_reset(); \
		notifier_is_over(#callback); \
		return ret; \
	} \
	static struct notifier_block callback##_nb = { .notifier_call = callback }; \
	static void callback##_init(void) \
	{ \
		callback##_nb.priority = callback##_priority; \
		panic_notifier_register(&callback##_nb, kind); \
	} \
	level(callback##_init); \
	static inline int callback##_body(struct notifier_block *nb, unsigned long action, void *text)

#define PANIC_NOTIFIER(callback, prio, kind) PANIC_NOTIFIER_AT(callback, prio, kind, device_initcall)

#define PANIC_NOTIFIER_IN(callback, prio, kind, section) \
	bool callback##_locked; \
	static bool callback##_enter(void) \
	{ \
		if (callback##_locked) \
			section; \
		return callback##_locked; \
	} \
	static struct panic_driver callback##_driver = { .enter = callback##_enter }; \
	static void callback##_driver_init(void) { panic_driver_register(&callback##_driver); } \
	device_initcall(callback##_driver_init); \
	PANIC_NOTIFIER(callback, prio, kind)
