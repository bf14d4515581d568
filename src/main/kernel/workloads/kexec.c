/* A CPU in the middle of kexec_load. */

/* Has kexec_mutex for ever; interrupts are on, so it can be stopped. */
void kexec_loader_holding_mutex(void)
{
	mutex_lock(&kexec_mutex);
	lw_staged();
	for (;;)
		;
}

/* Loads a crash kernel over and over: holds the mutex for load_ms, then sleeps as long. */
void kexec_loader(unsigned int load_ms)
{
	struct kimage *image = kexec_crash_image;

	lw_staged();
	for (;;) {
		mutex_lock(&kexec_mutex);
		/* The old image is freed before the new one is there. */
		kexec_crash_image = NULL;
		mdelay(load_ms);
		kexec_crash_image = image;
		mutex_unlock(&kexec_mutex);
		mdelay(load_ms);
	}
}
