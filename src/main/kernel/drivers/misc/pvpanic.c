/*
 * drivers/misc/pvpanic.c: a port of the virtual machine. Hosts may let the guest continue, or end
 * it. From 5.15 on there may be several devices, under a lock; from 6.0 on a panic does not wait
 * for that lock.
 */
#ifdef CONFIG_PVPANIC

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
#define PVPANIC_PRIORITY INT_MAX
/* A host that resets panicked guests should leave those alone that save a dump first. */
#define PVPANIC_EVENT (kexec_crash_loaded() ? "crash-loaded" : "panicked")
#else
#define PVPANIC_PRIORITY 1
#define PVPANIC_EVENT "panicked"
#endif

static inline void pvpanic_send_event(void)
{
	hw_hypervisor("pvpanic", PVPANIC_EVENT);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
DEFINE_SPINLOCK(pvpanic_lock);

static inline bool pvpanic_may_send(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
	return spin_trylock(&pvpanic_lock);
#else
	spin_lock(&pvpanic_lock);
	return true;
#endif
}

PANIC_NOTIFIER_IN(pvpanic_panic_notify, PVPANIC_PRIORITY, PN_HYPERVISOR, spin_lock(&pvpanic_lock))
{
	if (pvpanic_may_send()) {
		pvpanic_send_event();
		spin_unlock(&pvpanic_lock);
	}
	return NOTIFY_DONE;
}
#else
PANIC_NOTIFIER(pvpanic_panic_notify, PVPANIC_PRIORITY, PN_HYPERVISOR)
{
	pvpanic_send_event();
	return NOTIFY_DONE;
}
#endif

#endif
