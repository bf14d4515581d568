/*
 * kernel/printk/printk.c of 5.2 after "printk: disable optimistic spin during panic" (d51507098ff9,
 * Stephen Brennan, February 2022) and "panic: Add panic_in_progress() helper" (77498617857f).
 */

bool panic_in_progress(void)
{
	return atomic_read(&panic_cpu) != PANIC_CPU_INVALID;
}

/* The owner may be stopped in the middle of a driver: it will hand nothing over. */
inline bool console_wait_makes_sense(void)
{
	return !panic_in_progress();
}
