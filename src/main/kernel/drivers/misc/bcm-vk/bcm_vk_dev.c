/*
 * drivers/misc/bcm-vk/bcm_vk_dev.c (5.12): a card is reset by a doorbell; otherwise the crash
 * kernel finds it still working for the dead kernel.
 */
#ifdef CONFIG_BCM_VK

CRASH_DEVICE(bcm_vk, "Broadcom VK card", SUFFERS_DMA, true);

PANIC_NOTIFIER(bcm_vk_on_panic, 0, PN_HARDWARE)
{
	device_write(&bcm_vk, false);
	return 0;
}

#endif
