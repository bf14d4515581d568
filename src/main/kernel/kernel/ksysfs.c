/*
 * kernel/ksysfs.c: what /sys/kernel shows about crash kernels. A file's text is a number here.
 *
 * Left out: all other files there.
 */

/* kexec_crash_loaded. It takes no lock: during a load it is 0. */
long kexec_crash_loaded_show(void)
{
	return kexec_crash_loaded();
}

/* kexec_crash_size: bytes, or an error of read(2). */
long kexec_crash_size_show(void)
{
	return crash_get_memory_size();
}

/* A write gives memory back to the system. Returns 0, or an error of write(2). */
long kexec_crash_size_store(unsigned long bytes)
{
	return crash_shrink_memory(bytes);
}
