/*
 * kernel/printk/printk_safe.c of v5.2: printk() in contexts that must not take logbuf_lock. Such
 * messages go to a buffer of their CPU, and later from there to the log.
 *
 * Left out: the early phase of boot, in which the flush is not yet queued; kdb's trap.
 * Simplified: the flush copies what it finds and then looks at the copy.
 * read_lock is static inside __printk_safe_flush() in the kernel.
 */

#define SAFE_LOG_BUF_LEN ((1 << CONFIG_PRINTK_SAFE_LOG_BUF_SHIFT) - 64)

/* The work comes first, so that its address is that of the buffer: there is no container_of(). */
struct printk_safe_seq_buf {
	struct irq_work work;
	atomic_t len;
	atomic_t message_lost;
	char buffer[SAFE_LOG_BUF_LEN];
};

DEFINE_PER_CPU(struct printk_safe_seq_buf, safe_print_seq) = {
	.work = { .func = __printk_safe_flush },
};
DEFINE_PER_CPU(int, printk_context);

#ifdef CONFIG_PRINTK_NMI
DEFINE_PER_CPU(struct printk_safe_seq_buf, nmi_print_seq) = {
	.work = { .func = __printk_safe_flush },
};
#endif

/* Serialises those who empty buffers; it says nothing about those who fill them. */
DEFINE_RAW_SPINLOCK(read_lock);

/* Appends to a buffer of this CPU. An NMI may do the same in the middle of it. */
static int printk_safe_log_store(struct printk_safe_seq_buf *s, const char *fmt, va_list args)
{
	int add, len;

	do {
		len = atomic_read(&s->len);

		/* Full: the last byte is for the end of the text. */
		if (len >= sizeof(s->buffer) - 1) {
			atomic_inc(&s->message_lost);
			irq_work_queue(&s->work);
			return 0;
		}

		add = vscnprintf(s->buffer + len, sizeof(s->buffer) - len, fmt, args);
		if (!add)
			return 0;
		/* If the length is another by now, the buffer was flushed or an NMI was here. */
	} while (atomic_cmpxchg(&s->len, len, len + add) != len);

	irq_work_queue(&s->work);
	return add;
}

/* Only into the log: this may run in an NMI or in a panic, where consoles are not for us. */
void printk_safe_flush_line(const char *text, int len)
{
	printk_deferred("%.*s", len, text);
}

/* Where the line at text ends: after its newline, or before the next message's level prefix. */
static int printk_safe_line_len(const char *text)
{
	const char *rest = printk_skip_level(text);
	const char *newline = strchr(rest, '\n');
	const char *prefix = strchr(rest, KERN_SOH_ASCII);

	if (newline && !(prefix && prefix < newline))
		return newline - text + 1;
	return prefix ? prefix - text : (int)strlen(text);
}

/* Sends a piece of a buffer to the log, line by line. */
static void printk_safe_flush_buffer(const char *text, int len)
{
	int i, line_len;
	bool complete = true;

	for (i = 0; i < len; i += line_len) {
		line_len = printk_safe_line_len(text + i);
		/* What was appended meanwhile is for the next turn. */
		if (line_len > len - i)
			line_len = len - i;
		printk_safe_flush_line(text + i, line_len);
		complete = text[i + line_len - 1] == '\n';
	}
	/* The last line may have been cut off. */
	if (!complete)
		printk_safe_flush_line(KERN_CONT "\n", 3);
}

static void report_message_lost(struct printk_safe_seq_buf *s)
{
	int lost = atomic_xchg(&s->message_lost, 0);

	if (lost)
		printk_deferred("Lost %d message(s)!\n", lost);
}

/* Empties one buffer into the log. Any CPU may do that, also for a CPU that is dead. */
void __printk_safe_flush(struct irq_work *work)
{
	struct printk_safe_seq_buf *s = (struct printk_safe_seq_buf *)work;
	char text[SAFE_LOG_BUF_LEN];
	unsigned long flags;
	int len, done = 0;

	raw_spin_lock_irqsave(&read_lock, flags);
	do {
		len = atomic_read(&s->len);

		/* A buffer never gets shorter without read_lock. */
		if ((done && done >= len) || len > sizeof(s->buffer)) {
			printk_safe_flush_line("printk_safe_flush: internal error\n", 34);
			len = 0;
		}
		if (!len)
			break; /* somebody else was first */

		strscpy(text, s->buffer, sizeof(text));
		printk_safe_flush_buffer(text + done, len - done);
		done = len;
		/* Once more if something was appended meanwhile. */
	} while (atomic_cmpxchg(&s->len, len, 0) != len);

	report_message_lost(s);
	raw_spin_unlock_irqrestore(&read_lock, flags);
}

/* Empties the buffers of all CPUs, whether they are online or not. */
void printk_safe_flush(void)
{
	int cpu;

	for_each_possible_cpu(cpu) {
#ifdef CONFIG_PRINTK_NMI
		__printk_safe_flush(&per_cpu(nmi_print_seq, cpu).work);
#endif
		__printk_safe_flush(&per_cpu(safe_print_seq, cpu).work);
	}
}

/*
 * The same in a panic, if the log can be reached: a locked logbuf_lock is broken open only when no
 * other CPU is online, because its owner might go on and release it a second time.
 */
void printk_safe_flush_on_panic(void)
{
	if (raw_spin_is_locked(&logbuf_lock)) {
		if (num_online_cpus() > 1)
			return;

		debug_locks_off();
		raw_spin_lock_init(&logbuf_lock);
	}

	printk_safe_flush();
}

#ifdef CONFIG_PRINTK_NMI

static int vprintk_nmi(const char *fmt, va_list args)
{
	return printk_safe_log_store(this_cpu_ptr(&nmi_print_seq), fmt, args);
}

void printk_nmi_enter(void)
{
	this_cpu_or(printk_context, PRINTK_NMI_CONTEXT_MASK);
}

void printk_nmi_exit(void)
{
	this_cpu_and(printk_context, ~PRINTK_NMI_CONTEXT_MASK);
}

/* Only for ftrace_dump(): too much for the buffer, so the log itself is tried. */
void printk_nmi_direct_enter(void)
{
	if (this_cpu_read(printk_context) & PRINTK_NMI_CONTEXT_MASK)
		this_cpu_or(printk_context, PRINTK_NMI_DIRECT_CONTEXT_MASK);
}

void printk_nmi_direct_exit(void)
{
	this_cpu_and(printk_context, ~PRINTK_NMI_DIRECT_CONTEXT_MASK);
}

#else

static int vprintk_nmi(const char *fmt, va_list args)
{
	return 0;
}

void printk_nmi_enter(void)
{
}

void printk_nmi_exit(void)
{
}

void printk_nmi_direct_enter(void)
{
}

void printk_nmi_direct_exit(void)
{
}

#endif

static int vprintk_safe(const char *fmt, va_list args)
{
	return printk_safe_log_store(this_cpu_ptr(&safe_print_seq), fmt, args);
}

void __printk_safe_enter(void)
{
	this_cpu_inc(printk_context);
}

void __printk_safe_exit(void)
{
	this_cpu_dec(printk_context);
}

/* Where a message goes is decided by what this CPU is in the middle of. */
int vprintk_func(const char *fmt, va_list args)
{
	if ((this_cpu_read(printk_context) & PRINTK_NMI_DIRECT_CONTEXT_MASK) &&
	    raw_spin_trylock(&logbuf_lock)) {
		int len = vprintk_store(0, LOGLEVEL_DEFAULT, fmt, args);

		raw_spin_unlock(&logbuf_lock);
		defer_console_output();
		return len;
	}

	if (this_cpu_read(printk_context) & PRINTK_NMI_CONTEXT_MASK)
		return vprintk_nmi(fmt, args);

	if (this_cpu_read(printk_context) & PRINTK_SAFE_CONTEXT_MASK)
		return vprintk_safe(fmt, args);

	return vprintk_default(fmt, args);
}
