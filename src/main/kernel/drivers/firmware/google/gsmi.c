/*
 * drivers/firmware/google/gsmi.c: the firmware logs why the machine went down, in an SMI. From 6.1
 * on a panic does not wait for a CPU that is in the SMI.
 */
#ifdef CONFIG_GOOGLE_SMI

#define GSMI_SHUTDOWN_PANIC 2

int gsmi_smi_ms = 2;
DEFINE_SPINLOCK(gsmi_lock);

static inline bool gsmi_enters(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	return spin_trylock(&gsmi_lock);
#else
	spin_lock(&gsmi_lock);
	return true;
#endif
}

PANIC_NOTIFIER_IN(gsmi_panic_callback, 0, PN_INFO, spin_lock(&gsmi_lock))
{
	if (!gsmi_enters())
		return NOTIFY_DONE;
	device_await(gsmi_smi_ms);
	spin_unlock(&gsmi_lock);
	pr_info("gsmi: Log Shutdown Reason 0x%02x\n", GSMI_SHUTDOWN_PANIC);
	return NOTIFY_DONE;
}

#endif
