/*
 * kernel/printk/printk_safe.c: from 5.15 on there are no buffers (93d102f094be). A message goes
 * into the log in any context; if this CPU must not use the consoles, they get it later.
 */

DEFINE_PER_CPU(int, printk_context);

void __printk_safe_enter(void)
{
	this_cpu_inc(printk_context);
}

void __printk_safe_exit(void)
{
	this_cpu_dec(printk_context);
}

int vprintk(const char *fmt, va_list args)
{
	bool later = in_nmi() || this_cpu_read(printk_context) != 0;

	/* A printk() that prints nothing may do so anywhere. */
	if (IS_ENABLED(CONFIG_PRINTK_KTHREADS))
		later = false;
	return later ? vprintk_deferred(fmt, args) : vprintk_default(fmt, args);
}
