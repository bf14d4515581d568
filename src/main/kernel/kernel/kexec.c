/*
 * kernel/kexec.c: kexec_load(2). The process has the segments of the new kernel in its memory, and the
 * kernel copies them.
 *
 * Left out: images for a reboot.
 */

/* How long it takes to copy one: some 20 MB of kernel and initrd in four. */
unsigned int kexec_segment_us = 5000;

/* Held: the lock. While this goes on, no image is in place. */
inline void kimage_load_segments(struct kimage *image, unsigned int segments)
{
	while (image->segments < segments) {
		udelay(kexec_segment_us);
		image->segments++;
		cond_resched();
	}
}

/* Held: the lock. The new image lies where the old one was, so that one goes first. */
static long do_kexec_load(unsigned int segments)
{
	struct kimage *image;

	kimage_free(xchg(&kexec_crash_image, NULL));
	if (segments == 0)
		return 0; /* that was all */
	if (!crash_memory_bytes())
		return -EADDRNOTAVAIL;
	image = kimage_alloc();
	if (!image)
		return -ENOMEM;
	kimage_load_segments(image, segments);
	kimage_free(xchg(&kexec_crash_image, image));
	return 0;
}

/* For crash kernels. Without segments it takes away what is loaded. */
long sys_kexec_load(unsigned int segments, unsigned long flags)
{
	long err;

	if (segments > KEXEC_SEGMENT_MAX || !(flags & KEXEC_ON_CRASH))
		return -EINVAL;
	if (!kexec_trylock())
		return -EBUSY;
	err = do_kexec_load(segments);
	kexec_unlock();
	return err;
}
