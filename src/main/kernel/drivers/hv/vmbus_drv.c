/*
 * drivers/hv: a guest of Hyper-V. The bus of its devices has to be unloaded, or the crash kernel
 * cannot use it on old hosts. The host answers once its disks are flushed; the answer goes to a CPU
 * that is stopped, so all mailboxes are polled. Before 6.0 one notifier unloads and reports.
 */
#ifdef CONFIG_HYPERV

#define CHANNELMSG_UNLOAD 2
#define VMBUS_UNLOAD_STEP_MS 5000
#define VMBUS_UNLOAD_STEPS 20

int vmbus_unload_ms = 20;	/* up to 50 s if the host has to flush its disks */
bool vmbus_page_is_hidden;	/* a confidential guest: the mailbox goes with its CPU */

CRASH_DEVICE(vmbus, "VMBus", SUFFERS_PROBE, true);

/* The answer arrives, but cannot be read if the mailbox is gone. */
static inline bool vmbus_answers(int step)
{
	int left = vmbus_unload_ms - step * VMBUS_UNLOAD_STEP_MS;

	return device_poll(vmbus_page_is_hidden ? NEVER : left, VMBUS_UNLOAD_STEP_MS);
}

static inline void vmbus_wait_for_unload(void)
{
	int step;

	for (step = 0; step < VMBUS_UNLOAD_STEPS; step++) {
		if (vmbus_answers(step)) {
			device_write(&vmbus, false);
			hw_vmbus(CHANNELMSG_UNLOAD);
			return;
		}
		pr_notice("Waiting for VMBus UNLOAD to complete\n");
	}
	pr_err("Continuing even though VMBus UNLOAD did not complete\n");
}

/* Only once: the jump into the crash kernel calls it again. */
void vmbus_initiate_unload(void)
{
	static bool unload_sent;

	if (!xchg(&unload_sent, true))
		vmbus_wait_for_unload();
}

/* Passes registers of the guest to the host, in five MSRs. */
static inline void hyperv_report_panic(void)
{
	hw_hypervisor("hyperv", "crash");
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
PANIC_NOTIFIER(hv_die_panic_notify_crash, 0, PN_HYPERVISOR)
{
	hyperv_report_panic();
	return NOTIFY_DONE;
}

PANIC_NOTIFIER(hv_panic_vmbus_unload, INT_MIN + 1, PN_HARDWARE)
{
	vmbus_initiate_unload();
	return NOTIFY_DONE;
}
#else
PANIC_NOTIFIER(hyperv_panic_event, 0, PN_HYPERVISOR)
{
	vmbus_initiate_unload();
	hyperv_report_panic();
	return NOTIFY_DONE;
}
#endif

#endif
