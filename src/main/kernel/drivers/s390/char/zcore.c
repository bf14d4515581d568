/* drivers/s390/char/zcore.c: releases hypervisor memory from which a dump was read. */
#ifdef CONFIG_S390_PANIC_NOTIFIERS

CRASH_DEVICE(zcore_hsa, "HSA", SUFFERS_NOTHING, true);

PANIC_NOTIFIER(zcore_reboot_and_on_panic_handler, INT_MAX, PN_HARDWARE)
{
	device_write(&zcore_hsa, false);
	return NOTIFY_OK;
}

#endif
