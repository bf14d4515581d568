/*
 * kernel/printk/printk.c of 5.2 with Sergey Senozhatsky's second patch of 2019-07-31 (in the thread
 * of patch 1/2; never merged): after the stop the panicking CPU cuts the others off from the log
 * and from the consoles, and takes both for itself.
 */

atomic_t printk_panic_cpu = ATOMIC_INIT(PANIC_CPU_INVALID);

/* May this CPU print? Yes, unless another one has entered the panic mode. */
bool printk_panic_cpu_is_me(void)
{
	int cpu = atomic_read(&printk_panic_cpu);

	return cpu == PANIC_CPU_INVALID || cpu == smp_processor_id();
}

void printk_enter_panic_mode(int cpu)
{
	unsigned long timeout = USEC_PER_SEC;

	if (atomic_cmpxchg(&printk_panic_cpu, PANIC_CPU_INVALID, cpu) != PANIC_CPU_INVALID)
		return;

	/* Whoever waits for the consoles waits no longer. */
	WRITE_ONCE(console_waiter, false);

	/* The others need a moment to leave; those that are stopped never will. */
	while (num_online_cpus() > 1 && timeout--)
		udelay(1);

	debug_locks_off();
	raw_spin_lock_init(&logbuf_lock);
	raw_spin_lock_init(&console_sem.lock);
	console_sem.count = 1;
	console_sem.wait_list = NULL;
	raw_spin_lock_init(&console_owner_lock);
	console_owner = NULL;
}

/* 1 when the caller owns console_sem: it was free, or its owner handed it over. */
static int console_trylock_spinning(void)
{
	struct task_struct *owner;
	bool waiter, spin = false;
	unsigned long flags;

	if (console_trylock())
		return 1;

	printk_safe_enter_irqsave(flags);
	raw_spin_lock(&console_owner_lock);
	owner = READ_ONCE(console_owner);
	waiter = READ_ONCE(console_waiter);
	if (!waiter && owner && owner != current) {
		WRITE_ONCE(console_waiter, true);
		spin = true;
	}
	raw_spin_unlock(&console_owner_lock);

	if (!spin) {
		/* The present owner will print the record. */
		printk_safe_exit_irqrestore(flags);
		return 0;
	}

	/* Nothing ends this but the owner: there is no time-out. */
	while (READ_ONCE(console_waiter))
		cpu_relax();

	printk_safe_exit_irqrestore(flags);
	/* console_waiter was cleared, but perhaps by printk_enter_panic_mode(). */
	return printk_panic_cpu_is_me();
}

/* logbuf_lock is held. */
int vprintk_store(int facility, int level, const char *fmt, va_list args)
{
	const char *text = textbuf;
	size_t text_len;
	int lflags = 0, kern_level;

	if (!printk_panic_cpu_is_me())
		return 0;

	text_len = vscnprintf(textbuf, sizeof(textbuf), fmt, args);

	if (text_len && text[text_len - 1] == '\n') {
		text_len--;
		lflags |= LOG_NEWLINE;
	}

	if (facility == 0) {
		while ((kern_level = printk_get_level(text)) != 0) {
			if (kern_level == 'c')
				lflags |= LOG_CONT;
			else if (level == LOGLEVEL_DEFAULT)
				level = kern_level - '0';
			text_len -= 2;
			text += 2;
		}
	}
	if (level == LOGLEVEL_DEFAULT)
		level = default_message_loglevel;

	return log_output(facility, level, lflags, text, text_len);
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

		/* Another CPU prints alone now: leave the rest, and console_sem, to it. */
		if (!printk_panic_cpu_is_me())
			return;

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
