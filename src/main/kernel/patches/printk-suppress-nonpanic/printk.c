/*
 * kernel/printk/printk.c of 5.2 after 13fb0f74d702 (Stephen Brennan, February 2022, for 5.18):
 * when a console has missed messages more than ten times in a panic, only the CPU that panics may
 * print.
 */

int suppress_panic_printk;
unsigned long panic_console_dropped; /* gaps that consoles found since the panic began */

int vprintk_emit(int facility, int level, const char *fmt, va_list args)
{
	bool in_sched = false, pending_output;
	unsigned long flags;
	u64 curr_log_seq;
	int printed_len;

	if (unlikely(suppress_printk))
		return 0;

	if (unlikely(suppress_panic_printk) && atomic_read(&panic_cpu) != raw_smp_processor_id())
		return 0;

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
			if (atomic_read(&panic_cpu) != PANIC_CPU_INVALID &&
			    panic_console_dropped++ > 10 && !suppress_panic_printk) {
				suppress_panic_printk = 1;
				pr_warn("Too many dropped messages. Suppress messages on non-panic"
					" CPUs to prevent livelock.\n");
			}
		}

		while (console_seq != log_next_seq &&
		       suppress_message_printing(log_from_seq(console_seq)->level & 7))
			console_seq++;
		if (console_seq == log_next_seq)
			break;

		/* A console that was registered late has caught up. */
		if (exclusive_console && console_seq >= exclusive_console_stop_seq)
			exclusive_console = NULL;

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
