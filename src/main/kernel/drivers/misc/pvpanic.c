/*
 * drivers/misc/pvpanic.c and arch/x86/xen/enlighten.c: notifiers that tell the hypervisor.
 * They print nothing.
 */

/* What hw_hypervisor() tells: the host decides what becomes of a guest that has panicked. */
#define HYPERVISOR_PANICKED 0
#define HYPERVISOR_SHUTDOWN 1

#ifdef CONFIG_PVPANIC

static int pvpanic_panic_notify(struct notifier_block *nb, unsigned long code, void *unused)
{
	hw_hypervisor(HYPERVISOR_PANICKED);
	return NOTIFY_DONE;
}

static struct notifier_block pvpanic_panic_nb = {
	.notifier_call = pvpanic_panic_notify,
	.priority = 1,
};

static void pvpanic_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &pvpanic_panic_nb);
}
device_initcall(pvpanic_init);

#endif
#ifdef CONFIG_XEN

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
bool xen_legacy_crash; /* end the guest in the notifier, as before 5.4 */
static bool xen_has_crashed;

/* The last act of panic(), and it is to have one: who would wait for ever is restarted at once. */
static inline void xen_ends_guest(void)
{
	if (xen_legacy_crash)
		hw_hypervisor(HYPERVISOR_SHUTDOWN);
	xen_has_crashed = true;
	if (panic_timeout == 0)
		panic_timeout = -1;
}

void xen_emergency_restart(void)
{
	if (xen_has_crashed)
		hw_hypervisor(HYPERVISOR_SHUTDOWN);
}
#else
/* Here and now, before kmsg_dump(). */
static inline void xen_ends_guest(void)
{
	hw_hypervisor(HYPERVISOR_SHUTDOWN);
}
#endif

/* Unless there is a crash kernel to come. */
static int xen_panic_event(struct notifier_block *this, unsigned long event, void *ptr)
{
	if (!kexec_crash_loaded())
		xen_ends_guest();
	return NOTIFY_DONE;
}

static struct notifier_block xen_panic_block = {
	.notifier_call = xen_panic_event,
	.priority = -2147483647 - 1, /* last */
};

static void xen_panic_handler_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &xen_panic_block);
}
core_initcall(xen_panic_handler_init);

#endif
