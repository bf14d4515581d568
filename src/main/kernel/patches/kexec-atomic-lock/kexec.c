/* workloads/kexec.c with the same lock. */

void kexec_loader_holding_mutex(void)
{
	while (!kexec_trylock())
		schedule();
	lw_staged();
	for (;;)
		;
}

void kexec_loader(unsigned int load_ms)
{
	struct kimage *image = kexec_crash_image;

	lw_staged();
	for (;;) {
		while (!kexec_trylock())
			schedule();
		kexec_crash_image = NULL;
		mdelay(load_ms);
		kexec_crash_image = image;
		kexec_unlock();
		mdelay(load_ms);
	}
}
