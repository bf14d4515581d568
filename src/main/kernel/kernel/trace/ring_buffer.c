/*
 * kernel/trace/ring_buffer.c (6.12): flushes a trace buffer that survives a reboot from the caches
 * to memory.
 */
#ifdef CONFIG_TRACER_PERSISTENT

unsigned int trace_buffer_flush_us = 200;

PANIC_NOTIFIER(rb_flush_buffer_cb, 0, PN_INFO)
{
	udelay(trace_buffer_flush_us);
	return NOTIFY_DONE;
}

#endif
