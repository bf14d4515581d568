/*
 * The writing side of /dev/kmsg (kernel/printk/printk.c), with which user space prints.
 *
 * Left out: rate limiting, as with printk.devkmsg=on.
 */

static void devkmsg_emit(int facility, int level, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vprintk_emit(facility, level, fmt, args);
	va_end(args);
}

/* A line from a user: facility 1, at the default level. */
int devkmsg_write(const char *line)
{
	if (strlen(line) > LOG_LINE_MAX)
		return -EINVAL;
	devkmsg_emit(1, default_message_loglevel, "%s\n", line);
	return 0;
}
