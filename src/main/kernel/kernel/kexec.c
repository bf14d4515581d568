/*
 * kernel/kexec.c: kexec_load(2). The process has the segments of the new kernel in its memory, and the
 * kernel copies them.
 *
 * Left out: images for a reboot.
 */

/* Time to copy one segment: about 20 MB of kernel and initrd in four of them. */
unsigned int kexec_segment_us = 5000;

/* Caller holds the lock. Meanwhile no image is in place. */
inline void kimage_load_segments(struct kimage *image, unsigned int segments)
{
	while (image->segments < segments) {
		udelay(kexec_segment_us);
		image->segments++;
		cond_resched();
	}
}

/* Caller holds the lock. The new image takes the old one's place, so that is freed first. */
static long do_kexec_load(unsigned int segments)
{
	struct kimage *image;

	kimage_free(xchg(&kexec_crash_image, NULL));
	if (segments == 0)
		return 0; /* nothing else to do */
	if (!crash_memory_bytes())
		return -EADDRNOTAVAIL;
	image = kimage_alloc();
	if (!image)
		return -ENOMEM;
	kimage_load_segments(image, segments);
	kimage_free(xchg(&kexec_crash_image, image));
	return 0;
}

/* For crash kernels. Without segments it unloads the current image. */
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
