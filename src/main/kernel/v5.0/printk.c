/*
 * kernel/printk/printk.c of v5.0: vprintk_emit(), which nothing can silence. The rest is as in
 * v5.2.
 */
int vprintk_emit(int facility, int level, const char *fmt, va_list args)
{
	bool in_sched = false, pending_output;
	unsigned long flags;
	u64 curr_log_seq;
	int printed_len;

	if (level == LOGLEVEL_SCHED) {
		level = LOGLEVEL_DEFAULT;
		in_sched = true;
	}
	printk_delay();

	logbuf_lock_irqsave(flags);
	curr_log_seq = log_next_seq;
	printed_len = vprintk_store(facility, level, fmt, args);
	pending_output = curr_log_seq != log_next_seq;
	logbuf_unlock_irqrestore(flags);

	/* The scheduler's messages are left for the next timer tick. */
	if (!in_sched && pending_output) {
		/* Being scheduled away here would leave the consoles locked for long. */
		preempt_disable();
		if (console_trylock_spinning())
			console_unlock();
		preempt_enable();
	}

	if (pending_output)
		wake_up_klogd();
	return printed_len;
}
