/*
 * drivers/video/fbdev/hyperv_fb.c: the screen of a Hyper-V guest uses VMBus, so this should run
 * before the bus is unloaded. From 6.0 on it does, and does not wait for the bus.
 */
#ifdef CONFIG_FB_HYPERV

DEFINE_SPINLOCK(hvfb_ring_lock);
bool hvfb_screen_shows_panic;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 0, 0)
#define HVFB_PRIORITY (INT_MIN + 10)
#define hvfb_gets_ring() spin_trylock(&hvfb_ring_lock)
#else
#define HVFB_PRIORITY 0
#define hvfb_gets_ring() ({ spin_lock(&hvfb_ring_lock); true; })
#endif

PANIC_NOTIFIER_IN(hvfb_on_panic, HVFB_PRIORITY, PN_REST, spin_lock(&hvfb_ring_lock))
{
	if (hvfb_gets_ring()) {
#ifdef CONFIG_HYPERV
		hvfb_screen_shows_panic = vmbus.active;
#endif
		udelay(100);
		spin_unlock(&hvfb_ring_lock);
	}
	return NOTIFY_DONE;
}

#endif
