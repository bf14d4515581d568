/* drivers/net/wireless/ath/ath12k/core.c (6.12, not in 7.2): the radio dumps its own memory. */
#ifdef CONFIG_ATH12K

CRASH_DEVICE(ath12k, "ath12k radio", SUFFERS_DMA, true);

PANIC_NOTIFIER(ath12k_core_panic_handler, 0, PN_HARDWARE)
{
	device_write(&ath12k, false);
	return NOTIFY_OK;
}

#endif
