/*
 * Common to panic notifiers of drivers: registration, waiting for devices, and their state in the
 * crash kernel. The time that a device, firmware or hypervisor takes to answer is a setting of its
 * driver, in milliseconds; if negative, it never answers.
 */

/* The list for each kind: the same for all. */
static struct atomic_notifier_head *panic_lists[PN_KINDS] = {
	[PN_WATCHDOG] = &panic_notifier_list,
	[PN_INFO] = &panic_notifier_list,
	[PN_HYPERVISOR] = &panic_notifier_list,
	[PN_HARDWARE] = &panic_notifier_list,
	[PN_REST] = &panic_notifier_list,
	[PN_LOOP] = &panic_notifier_list,
	[PN_END] = &panic_notifier_list,
};

void panic_notifier_register(struct notifier_block *nb, enum panic_notifier_kind kind)
{
	atomic_notifier_chain_register(panic_lists[kind], nb);
}

static struct panic_driver *panic_drivers;

void panic_driver_register(struct panic_driver *driver)
{
	driver->next = panic_drivers;
	panic_drivers = driver;
}

/* For the workload: enters all drivers that a setting names; returns whether there are any. */
bool panic_drivers_enter(void)
{
	struct panic_driver *driver;
	bool inside = false;

	for (driver = panic_drivers; driver; driver = driver->next)
		inside |= driver->enter();
	return inside;
}

struct crash_device *crash_devices;

void crash_device_register(struct crash_device *device)
{
	device->next = crash_devices;
	crash_devices = device;
}

/* A device register: the write leaves this CPU and is in flight. */
inline void device_write(struct crash_device *device, bool active)
{
	udelay(1);
	device->active = active;
}

/* Polls until the device answers, for at most limit_ms; returns whether it did. */
inline bool device_poll(int answer_ms, int limit_ms)
{
	bool answers = answer_ms >= 0 && answer_ms <= limit_ms;

	mdelay(answers ? answer_ms : limit_ms);
	return answers;
}

/* Polls for as long as necessary. */
inline void device_await(int answer_ms)
{
	while (answer_ms < 0)
		cpu_relax();
	mdelay(answer_ms);
}
