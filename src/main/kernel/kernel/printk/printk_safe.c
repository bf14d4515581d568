/*
 * kernel/printk/printk_safe.c: printk() in contexts that must not take logbuf_lock. Such messages
 * go to a buffer of their CPU, and later from there to the log.
 *
 * Left out: early boot, when the flush is not yet queued; kdb's trap.
 * Simplified: the flush copies what it finds and then reads the copy. read_lock is static inside
 * __printk_safe_flush() in the kernel.
 */

#define SAFE_LOG_BUF_LEN ((1 << CONFIG_PRINTK_SAFE_LOG_BUF_SHIFT) - 64)

/* The work comes first, so that its address is the buffer's: there is no container_of(). */
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

/* Serialises those that empty buffers, but not those that fill them. */
DEFINE_RAW_SPINLOCK(read_lock);

#define SAFE_BUF_FULL -1

/* Writes a message after the first `used` characters; returns its length. */
static inline int printk_safe_write(struct printk_safe_seq_buf *s, int used, const char *fmt,
				    va_list args)
{
	if (used >= SAFE_LOG_BUF_LEN - 1)
		return SAFE_BUF_FULL;
	return vscnprintf(s->buffer + used, SAFE_LOG_BUF_LEN - used, fmt, args);
}

/* Appends to a buffer of this CPU. If it is flushed meanwhile, this starts again. */
static int printk_safe_log_store(struct printk_safe_seq_buf *s, const char *fmt, va_list args)
{
	int used, written;

	do {
		used = atomic_read(&s->len);
		written = printk_safe_write(s, used, fmt, args);
	} while (written > 0 && atomic_cmpxchg(&s->len, used, used + written) != used);

	if (written == 0)
		return 0;
	if (written == SAFE_BUF_FULL)
		atomic_inc(&s->message_lost);
	irq_work_queue(&s->work);
	return max(written, 0);
}

/* Only into the log: this may run in an NMI or in a panic, where the consoles must not be used. */
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
		/* What was appended meanwhile is left for the next round. */
		if (line_len > len - i)
			line_len = len - i;
		printk_safe_flush_line(text + i, line_len);
		complete = text[i + line_len - 1] == '\n';
	}
	/* The last line may have been cut off. */
	if (!complete)
		printk_safe_flush_line(KERN_CONT "\n", 3);
}

/* Reports once how many messages found no room. */
static void report_message_lost(struct printk_safe_seq_buf *s)
{
	int count = atomic_xchg(&s->message_lost, 0);

	for (; count > 0; count = 0)
		printk_deferred("Lost %d message(s)!\n", count);
}

/* Sends what follows the first `sent` characters; returns up to where, 0 if there is nothing. */
static inline int printk_safe_flush_rest(struct printk_safe_seq_buf *s, int sent)
{
	char copy[SAFE_LOG_BUF_LEN];
	int end = atomic_read(&s->len);

	/* It only grows while we hold read_lock. */
	if (end > SAFE_LOG_BUF_LEN || (sent && end <= sent)) {
		printk_safe_flush_line("printk_safe_flush: internal error\n", 34);
		return 0;
	}
	if (end) {
		strscpy(copy, s->buffer, sizeof(copy));
		printk_safe_flush_buffer(copy + sent, end - sent);
	}
	return end;
}

/* Empties one buffer into the log. Any CPU may do that, even for a dead CPU. */
void __printk_safe_flush(struct irq_work *work)
{
	struct printk_safe_seq_buf *s = (struct printk_safe_seq_buf *)work;
	unsigned long irqs;
	int end = 0;

	raw_spin_lock_irqsave(&read_lock, irqs);
	do
		end = printk_safe_flush_rest(s, end);
	while (end && atomic_cmpxchg(&s->len, end, 0) != end);
	report_message_lost(s);
	raw_spin_unlock_irqrestore(&read_lock, irqs);
}

static inline void printk_safe_flush_cpu(int cpu)
{
#ifdef CONFIG_PRINTK_NMI
	__printk_safe_flush(&per_cpu_ptr(&nmi_print_seq, cpu)->work);
#endif
	__printk_safe_flush(&per_cpu_ptr(&safe_print_seq, cpu)->work);
}

/* Empties the buffers of all CPUs, whether they are online or not. */
void printk_safe_flush(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		printk_safe_flush_cpu(cpu);
}

/* Nobody is waited for any more: the lock is initialised anew. */
inline bool panic_bust_lock(raw_spinlock_t *lock)
{
	debug_locks_off();
	raw_spin_lock_init(lock);
	return true;
}

/*
 * Can panic() rely on the lock? A taken lock is busted only if no other CPU is online, because its
 * owner might continue and release it a second time.
 */
inline bool panic_gets_lock(raw_spinlock_t *lock)
{
	if (raw_spin_is_locked(lock))
		return num_online_cpus() == 1 && panic_bust_lock(lock);
	return true;
}

/* Empties the buffers in a panic, if the log can be reached. */
void printk_safe_flush_on_panic(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 19, 0)
	/* Only an NMI checks the lock. Elsewhere the flush takes it, however long that takes. */
	if (!in_nmi()) {
		printk_safe_flush();
		return;
	}
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0) || BACKPORT(safe_read_lock)
	/* A CPU may have been stopped in the middle of a flush (8a8109f303e2). */
	if (panic_gets_lock(&logbuf_lock) && panic_gets_lock(&read_lock))
		printk_safe_flush();
#else
	if (panic_gets_lock(&logbuf_lock))
		printk_safe_flush();
#endif
}

#ifdef CONFIG_PRINTK_NMI

static int vprintk_nmi(const char *fmt, va_list args)
{
	return printk_safe_log_store(this_cpu_ptr(&nmi_print_seq), fmt, args);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
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
/*
 * The buffer is small, so an NMI uses the log itself, if it finds its lock free. It checks only at its
 * start: its messages stay in order, but the lock may not stay free (719f6a7040f1, 03fc7f9c99c1).
 */
void printk_nmi_enter(void)
{
	unsigned int where = PRINTK_NMI_DEFERRED_CONTEXT_MASK;

	if (this_cpu_read(printk_context) || raw_spin_is_locked(&logbuf_lock))
		where = PRINTK_NMI_CONTEXT_MASK;
	this_cpu_or(printk_context, where);
}

void printk_nmi_exit(void)
{
	this_cpu_and(printk_context, PRINTK_SAFE_CONTEXT_MASK);
}
#endif

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

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
void printk_nmi_direct_enter(void)
{
}

void printk_nmi_direct_exit(void)
{
}
#endif

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

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
/* logbuf_lock happened to be free: straight into the log, the consoles get it later. */
static inline int vprintk_nmi_direct(const char *fmt, va_list args)
{
	int len = vprintk_store(0, LOGLEVEL_DEFAULT, fmt, args);

	raw_spin_unlock(&logbuf_lock);
	defer_console_output();
	return len;
}
#endif

/* What this CPU is in the middle of decides where a message goes. */
int vprintk_func(const char *fmt, va_list args)
{
	unsigned int context = this_cpu_read(printk_context);

	/* A printk() that takes no lock and prints nothing may run anywhere. */
	if (context == 0 || IS_ENABLED(CONFIG_PRINTK_KTHREADS))
		return vprintk_default(fmt, args);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	if ((context & PRINTK_NMI_DIRECT_CONTEXT_MASK) && raw_spin_trylock(&logbuf_lock))
		return vprintk_nmi_direct(fmt, args);
#else
	if (context == PRINTK_NMI_DEFERRED_CONTEXT_MASK)
		return vprintk_deferred(fmt, args);
#endif
	return context & PRINTK_NMI_CONTEXT_MASK ? vprintk_nmi(fmt, args) : vprintk_safe(fmt, args);
}
