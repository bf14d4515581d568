/* lib/debug_locks.c: lock checks are off after the first bug. */
int debug_locks = 1;
int debug_locks_silent;

int debug_locks_off(void)
{
	if (xchg(&debug_locks, 0)) {
		if (!debug_locks_silent) {
			console_verbose();
			return 1;
		}
	}
	return 0;
}

/* include/linux/printk.h */
void console_verbose(void)
{
	if (console_loglevel)
		console_loglevel = CONSOLE_LOGLEVEL_MOTORMOUTH;
}
