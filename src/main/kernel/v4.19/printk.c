/*
 * kernel/printk/printk.c of v4.19: vprintk_emit(), which looks for the consoles even when it stored
 * nothing; console_unlock(), console_flush_on_panic(). The rest is as in v5.2.
 */
int vprintk_emit(int facility, int level, const char *fmt, va_list args)
{
	bool in_sched = false;
	unsigned long flags;
	int printed_len;

	if (level == LOGLEVEL_SCHED) {
		level = LOGLEVEL_DEFAULT;
		in_sched = true;
	}
	printk_delay();

	logbuf_lock_irqsave(flags);
	printed_len = vprintk_store(facility, level, fmt, args);
	logbuf_unlock_irqrestore(flags);

	/* The scheduler's messages are left for the next timer tick. */
	if (!in_sched) {
		/* Being scheduled away here would leave the consoles locked for long. */
		preempt_disable();
		if (console_trylock_spinning())
			console_unlock();
		preempt_enable();
	}

	return printed_len;
}

/*
 * Prints what is pending, then gives the consoles up. The loop has no bound: it ends when the log
 * is drained, or when another CPU's printk() waits and takes over.
 */
void console_unlock(void)
{
	bool do_cond_resched, retry;
	struct printk_log *msg;
	unsigned long flags;
	size_t len;

	if (console_suspended) {
		up_console_sem();
		return;
	}

	do_cond_resched = console_may_schedule;
again:
	console_may_schedule = 0;

	if (!can_use_console()) {
		console_locked = 0;
		up_console_sem();
		return;
	}

	for (;;) {
		printk_safe_enter_irqsave(flags);
		raw_spin_lock(&logbuf_lock);
		len = 0;
		if (console_seq < log_first_seq) {
			len = snprintf(console_text, sizeof(console_text),
				       "** %llu printk messages dropped **\n",
				       log_first_seq - console_seq);
			console_seq = log_first_seq;
		}

		while (console_seq != log_next_seq &&
		       suppress_message_printing(log_from_seq(console_seq)->level & 7))
			console_seq++;
		if (console_seq == log_next_seq)
			break;

		msg = log_from_seq(console_seq);
		len += msg_print_text(msg, false, printk_time, console_text + len,
				      sizeof(console_text) - len);
		console_seq++;
		raw_spin_unlock(&logbuf_lock);

		/* Interrupts stay off while the line is printed. */
		console_lock_spinning_enable();
		call_console_drivers(console_text, len);
		if (console_lock_spinning_disable_and_check()) {
			printk_safe_exit_irqrestore(flags);
			return;
		}
		printk_safe_exit_irqrestore(flags);

		if (do_cond_resched)
			cond_resched();
	}

	console_locked = 0;
	/* A console that was registered late has caught up. */
	if (exclusive_console)
		exclusive_console = NULL;
	raw_spin_unlock(&logbuf_lock);
	up_console_sem();

	/* A record that came since then found console_sem taken and relies on us. */
	raw_spin_lock(&logbuf_lock);
	retry = console_seq != log_next_seq;
	raw_spin_unlock(&logbuf_lock);
	printk_safe_exit_irqrestore(flags);

	if (retry && console_trylock())
		goto again;
}

/* It has no mode in v4.19; the parameter stays for callers that v4.19 does not have. */
void console_flush_on_panic(enum con_flush_mode mode)
{
	/* Whether we got them does not matter: console_unlock() puts them up in any case. */
	console_trylock();
	console_may_schedule = 0;
	console_unlock();
}
