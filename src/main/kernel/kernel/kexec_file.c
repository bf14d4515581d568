/*
 * kernel/kexec_file.c: kexec_file_load(2). The kernel reads and verifies the files itself, so all
 * of that happens with the lock held and no image in place.
 *
 * Left out: images for a reboot. Simplified: files, signature and checksums only take time.
 */

/* From disk or page cache, including the signature check of the kernel. */
unsigned int kexec_file_read_us = 40000;
/* Checksums by which the new kernel can tell that it was not overwritten. */
unsigned int kexec_digest_us = 100000;

static inline void read_and_verify_files(void)
{
	udelay(kexec_file_read_us);
	cond_resched();
}

/* Caller holds the lock. */
static long load_crash_kernel_files(void)
{
	struct kimage *image = kimage_alloc();

	if (!image)
		return -ENOMEM;
	read_and_verify_files();
	kimage_load_segments(image, 4);
	udelay(kexec_digest_us);
	kimage_free(xchg(&kexec_crash_image, image));
	return 0;
}

long sys_kexec_file_load(unsigned long flags)
{
	long err = 0;

	if (!(flags & KEXEC_FILE_ON_CRASH))
		return -EINVAL;
	if (!kexec_trylock())
		return -EBUSY;
	/* Before anything about the new one is known: it replaces the old one in place. */
	kimage_free(xchg(&kexec_crash_image, NULL));
	if (!(flags & KEXEC_FILE_UNLOAD))
		err = crash_memory_bytes() ? load_crash_kernel_files() : -EADDRNOTAVAIL;
	kexec_unlock();
	return err;
}
