/* drivers/hwtracing/coresight/coresight-core.c (7.x): tracers flush their buffers to memory. */
#ifdef CONFIG_CORESIGHT

int coresight_sync_ms = 1;

PANIC_NOTIFIER(coresight_panic_cb, 0, PN_INFO)
{
	device_await(coresight_sync_ms);
	return 0;
}

#endif
