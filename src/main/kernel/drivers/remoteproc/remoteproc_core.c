/* drivers/remoteproc/remoteproc_core.c: other processors of the chip flush their data. */
#ifdef CONFIG_REMOTEPROC

unsigned int rproc_flush_ms = 200; /* the longest requested time */

CRASH_DEVICE(rproc, "remote processor", SUFFERS_NOTHING, true);

PANIC_NOTIFIER(rproc_panic_handler, 0, PN_HARDWARE)
{
	device_write(&rproc, false);
	mdelay(rproc_flush_ms);
	return NOTIFY_DONE;
}

#endif
