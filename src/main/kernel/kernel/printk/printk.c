/*
 * kernel/printk/printk.c: the log buffer, the consoles, and kmsg_dump().
 *
 * Left out: /dev/kmsg and syslog readers, dictionaries, extended consoles (netconsole), braille,
 * boot consoles, log_buf_len=, boot_delay.
 * Simplified: the log buffer is an array of records; their bytes are counted as in the kernel's
 * byte ring (no wrap marker), so the same records fit and are dropped. There is no sleeping reader
 * of the log (klogd).
 * Deliberately different: log.c and console.c have what is new from 5.10 on; variables that are static in the kernel
 * are not, so that scenarios can name them; printk() tells the observer what it is about to print.
 */

int console_loglevel = CONFIG_CONSOLE_LOGLEVEL_DEFAULT;
int default_message_loglevel = CONFIG_MESSAGE_LOGLEVEL_DEFAULT;
bool ignore_loglevel;
int printk_delay_msec;
bool printk_time = CONFIG_PRINTK_TIME;

/* Number of oopses and panics being printed. Console drivers then only try their locks. */
int oops_in_progress;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
/* Set when panic() has printed everything: from then on printk() does nothing on any CPU. */
int suppress_printk;
#endif

DEFINE_SEMAPHORE(console_sem);
struct console *console_drivers;

/* Written by the owner of console_sem, as far as that has an owner. */
int console_locked;
int console_suspended;
int console_may_schedule;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
struct console *exclusive_console;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
u64 exclusive_console_stop_seq;
#endif

/* The semaphore takes its own lock: a printk() inside it must not recurse into it. */
#define printk_safely(action) \
	do { \
		unsigned long __irqs; \
		printk_safe_enter_irqsave(__irqs); \
		action; \
		printk_safe_exit_irqrestore(__irqs); \
	} while (0)

int down_trylock_console_sem(void)
{
	int missed;

	printk_safely(missed = down_trylock(&console_sem));
	return missed;
}

void up_console_sem(void)
{
	printk_safely(up(&console_sem));
}

/* ---- the log buffer ---- */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
struct printk_log {
	u64 ts_nsec;
	unsigned int text_len;
	unsigned char level; /* facility * 8 + level */
#ifdef LOG_HAS_CALLER
	unsigned int caller_id;
#endif
	char text[LOG_TEXT_MAX];
};

/* Protects the buffer, its sequence numbers, the continuation buffer and textbuf. */
DEFINE_RAW_SPINLOCK(logbuf_lock);

struct printk_log log_buf[LOG_BUF_RECORDS];
unsigned int log_used; /* bytes of all records between the two sequence numbers */
u64 log_first_seq;
u64 log_next_seq;
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* Protects textbuf, and read positions: the ring buffer itself needs no lock. */
DEFINE_RAW_SPINLOCK(logbuf_lock);

#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
u64 console_seq; /* the next record for the consoles */
#endif
u64 clear_seq; /* the first record after the last `dmesg -c` */
u64 syslog_seq;

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
static struct printk_log *log_from_seq(u64 seq)
{
	return &log_buf[seq % LOG_BUF_RECORDS];
}

static unsigned int msg_used_size(unsigned int text_len)
{
	return (LOG_HEADER + text_len + LOG_ALIGN - 1) & ~(LOG_ALIGN - 1);
}

static bool logbuf_has_space(unsigned int size)
{
	return log_used + size <= LOG_BUF_LEN && log_next_seq - log_first_seq < LOG_BUF_RECORDS;
}

static void log_make_free_space(unsigned int size)
{
	while (log_first_seq < log_next_seq && !logbuf_has_space(size)) {
		log_used -= msg_used_size(log_from_seq(log_first_seq)->text_len);
		log_first_seq++;
	}
	if (clear_seq < log_first_seq)
		clear_seq = log_first_seq;
}

/* Appends a record; returns its length. Caller holds logbuf_lock. */
static int log_store(unsigned int caller_id, int facility, int level, u64 ts_nsec, const char *text,
		     unsigned int text_len)
{
	const char *cut = "";
	struct printk_log *msg;
	unsigned int size;

	if (text_len > LOG_BUF_LEN / 4) {
		cut = "<truncated>";
		text_len = LOG_BUF_LEN / 4 - strlen(cut);
	}
	size = msg_used_size(text_len + strlen(cut));
	log_make_free_space(size);

	msg = log_from_seq(log_next_seq);
	snprintf(msg->text, sizeof(msg->text), "%.*s%s", (int)text_len, text, cut);
	text_len += strlen(cut);
	msg->text_len = text_len;
	msg->level = facility * 8 + (level & 7);
#ifdef LOG_HAS_CALLER
	msg->caller_id = caller_id;
#endif
	msg->ts_nsec = ts_nsec ? ts_nsec : local_clock();
	log_used += size;
	log_next_seq++;
	return text_len;
}
#endif

bool suppress_message_printing(int level)
{
	return level >= console_loglevel && !ignore_loglevel;
}

static void printk_delay(void)
{
	int ms = printk_delay_msec;

	while (ms-- > 0) {
		mdelay(1);
		touch_nmi_watchdog();
	}
}

/* ---- records to lines ---- */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
static int print_prefix(const struct printk_log *msg, bool syslog, bool time, char *buf, int size)
#else
static int info_print_prefix(const struct printk_info *msg, bool syslog, bool time, char *buf, int size)
#endif
{
	u64 ts = msg->ts_nsec;
	int len = 0;
#ifdef LOG_HAS_CALLER
	char caller[12];
#endif

	if (syslog)
		len = scnprintf(buf, size, "<%u>", msg->level);
	if (time)
		len += scnprintf(buf + len, size - len, "[%5lu.%06lu]" TIME_END,
				 (unsigned long)(ts / NSEC_PER_SEC),
				 (unsigned long)(ts % NSEC_PER_SEC / 1000));
#ifdef LOG_HAS_CALLER
	snprintf(caller, sizeof(caller), "%c%u", msg->caller_id & CALLER_IS_CPU ? 'C' : 'T',
		 msg->caller_id & ~CALLER_IS_CPU);
	len += scnprintf(buf + len, size - len, "[%6s] ", caller);
#endif
	return len;
}

/* The record as lines, each with its prefix; returns their length. Without buf: only the length. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
static size_t msg_print_text(const struct printk_log *msg, bool syslog, bool time, char *buf,
			     size_t size)
#else
size_t record_print_text(const struct printk_info *msg, bool syslog, bool time, char *buf,
			 size_t size)
#endif
{
	char prefix[PREFIX_MAX];
	char copy[LOG_LINE_MAX];
	const char *line = copy;
	const char *end;
	size_t len = 0, line_len;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	int prefix_len = print_prefix(msg, syslog, time, prefix, sizeof(prefix));
#else
	int prefix_len = info_print_prefix(msg, syslog, time, prefix, sizeof(prefix));
#endif

	strscpy(copy, msg->text, sizeof(copy));
	do {
		end = strchr(line, '\n');
		line_len = end ? end - line : strlen(line);
		if (buf && prefix_len + line_len + 1 >= size - len)
			break;
		if (buf)
			snprintf(buf + len, size - len, "%s%.*s\n", prefix, (int)line_len, line);
		len += prefix_len + line_len + 1;
		line = end + 1;
	} while (end);
	return len;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 16, 0)
/* ---- handing the consoles over to a CPU that waits for them ---- */

DEFINE_RAW_SPINLOCK(console_owner_lock);
struct task_struct *console_owner; /* the task in a console driver */
bool console_waiter; /* a CPU spins for it */

/* Sets who is in a driver: this task, or nobody. Was a CPU waiting for it to leave? */
static inline bool console_owner_becomes(struct task_struct *owner)
{
	bool awaited;

	raw_spin_lock(&console_owner_lock);
	awaited = !owner && console_waiter;
	console_owner = owner;
	raw_spin_unlock(&console_owner_lock);
	return awaited;
}

/* From now on the owner of console_sem is in a driver, and another CPU may wait for it. */
void console_lock_spinning_enable(void)
{
	console_owner_becomes(current);
}

/* 1 if a CPU was waiting: it owns console_sem now, and the caller no longer does. */
int console_lock_spinning_disable_and_check(void)
{
	if (!console_owner_becomes(NULL))
		return 0;
	console_waiter = false;
	return 1;
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* Also true while an oops is about to jump into the crash kernel. */
bool panic_in_progress(void)
{
	return atomic_read(&panic_cpu) != PANIC_CPU_INVALID;
}
#endif

/* Becomes the one waiting CPU, if another CPU is in a driver and none is waiting for it yet. */
static inline bool console_waiter_joins(void)
{
	bool joins = false;
	struct task_struct *owner;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	/* The owner may be stopped in a driver: then it hands nothing over (d51507098ff9). */
	if (panic_in_progress())
		return false;
#endif
	raw_spin_lock(&console_owner_lock);
	owner = console_owner;
	if (owner && owner != current && !console_waiter)
		console_waiter = joins = true;
	raw_spin_unlock(&console_owner_lock);
	return joins;
}

/* 1 if the caller owns console_sem: it was free, or its owner handed it over. */
static int console_trylock_spinning(void)
{
	unsigned long irqs;
	bool joined;

	if (console_trylock())
		return 1;

	printk_safe_enter_irqsave(irqs);
	joined = console_waiter_joins();
	if (joined) {
		/* For as long as the owner's line takes; for ever if the owner is stopped. */
		while (READ_ONCE(console_waiter))
			cpu_relax();
	}
	printk_safe_exit_irqrestore(irqs);
	return joined;
}
#endif

static inline bool this_cpu_online(void)
{
	return cpu_online(smp_processor_id());
}

/* Is the console enabled and able to write? `needed`: flags that it must have. */
inline bool console_writes(const struct console *con, int needed)
{
	return (con->flags & needed) == needed && con->write;
}

/* On a CPU that is not online a console must be one that works at any time. */
inline int console_flags_needed(void)
{
	return this_cpu_online() ? CON_ENABLED : CON_ENABLED | CON_ANYTIME;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
static void call_console_drivers(const char *text, size_t len)
{
	const struct console *only = exclusive_console;
	struct console *next = console_drivers, *con;
	int needed = console_flags_needed();

	while ((con = next) != NULL) {
		next = con->next;
		if (only == NULL || only == con) {
			if (console_writes(con, needed))
				con->write(con, text, len);
		}
	}
}
#endif

/* ---- printk() into the log ---- */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/* A line that is printed in pieces, until its newline arrives. Protected by logbuf_lock. */
struct cont {
	char buf[LOG_TEXT_MAX];
	size_t len;
	unsigned int caller_id;
	u64 ts_nsec;
	unsigned char level;
	unsigned char facility;
};
struct cont cont;
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
#ifndef CONFIG_PRINTK_KTHREADS
/* The formatted message. Protected by logbuf_lock. */
char textbuf[LOG_TEXT_MAX];
#endif
#endif

unsigned int printk_caller_id(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
	return in_task() ? current->pid : CALLER_IS_CPU + smp_processor_id();
#else
	/* An interrupt counts as the interrupted task. */
	return current->pid;
#endif
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/* Turns the parked line into a record. */
static void cont_flush(void)
{
	const struct cont *line = &cont;
	size_t parked = line->len;

	cont.len = 0;
	if (parked)
		log_store(line->caller_id, line->facility, line->level, line->ts_nsec, line->buf,
			  parked);
}

/* Caller, time and level of the parked line. */
static inline void cont_begin(struct cont *line, unsigned int caller_id, int facility, int level)
{
	line->ts_nsec = local_clock();
	line->level = level;
	line->facility = facility;
	line->caller_id = caller_id;
}

static inline void cont_append(size_t parked, const char *piece, size_t len)
{
	snprintf(cont.buf + parked, sizeof(cont.buf) - parked, "%.*s", (int)len, piece);
	cont.len = parked + len;
}

/* May the piece be appended? Only by the same caller, and only if it is marked so. */
static inline bool cont_goes_on(size_t parked, size_t len, int lflags, unsigned int caller_id)
{
	return (lflags & LOG_CONT) && cont.caller_id == caller_id &&
	       parked + len <= sizeof(cont.buf);
}

/* Stores a piece of text, or parks it until the rest of its line arrives; returns its length. */
static size_t log_output(int facility, int level, int lflags, const char *text, size_t text_len)
{
	unsigned int caller_id = printk_caller_id();
	bool ends = lflags & LOG_NEWLINE;
	size_t parked = cont.len;

	if (parked && !cont_goes_on(parked, text_len, lflags, caller_id)) {
		cont_flush();
		parked = 0;
	}
	if (!parked) {
		if (!text_len && (lflags & LOG_CONT))
			return 0; /* the end of a line that is gone */
		if (ends || text_len > sizeof(cont.buf))
			return log_store(caller_id, facility, level, 0, text, text_len);
		cont_begin(&cont, caller_id, facility, level);
	}
	cont_append(parked, text, text_len);
	if (ends)
		cont_flush();
	return text_len;
}
#endif

/* 0 if the text has no level prefix; otherwise the level's character, or 'c'. */
int printk_get_level(const char *text)
{
	if (text[0] != KERN_SOH_ASCII)
		return 0;
	return (text[1] >= '0' && text[1] <= '7') || text[1] == 'c' ? text[1] : 0;
}

const char *printk_skip_level(const char *text)
{
	return printk_get_level(text) ? text + 2 : text;
}

/* The meaning of a text's prefixes. A level given by the caller is not changed. */
inline int printk_read_prefixes(const char **text, int *level)
{
	int said, lflags = 0;

	while ((said = printk_get_level(*text)) != 0) {
		if (said == 'c')
			lflags = LOG_CONT;
		else if (*level == LOGLEVEL_DEFAULT)
			*level = said - '0';
		*text = printk_skip_level(*text);
	}
	if (*level == LOGLEVEL_DEFAULT)
		*level = default_message_loglevel;
	return lflags;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* Caller holds logbuf_lock. */
int vprintk_store(int facility, int level, const char *fmt, va_list args)
{
#ifdef CONFIG_PRINTK_KTHREADS
	char textbuf[LOG_TEXT_MAX];
#endif
	const char *text = textbuf;
	int len, lflags = 0;

	/* A crash in the formatter is a crash under logbuf_lock. */
	len = vscnprintf(textbuf, sizeof(textbuf), fmt, args);
	if (len && textbuf[len - 1] == '\n') {
		len--;
		lflags = LOG_NEWLINE;
	}
	/* Only the kernel's own texts have prefixes. */
	if (facility == 0)
		lflags |= printk_read_prefixes(&text, &level);
	else if (level == LOGLEVEL_DEFAULT)
		level = default_message_loglevel;
	return log_output(facility, level, lflags, text, len - (text - textbuf));
}
#endif

/* Prints what is new, unless another CPU does: that CPU has seen the message, or will. */
static inline void printk_to_consoles(void)
{
#ifdef CONFIG_PRINTK_KTHREADS
	printk_to_printers();
	return;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 16, 0)
	preempt_disable();
	if (console_trylock_spinning())
		console_unlock();
	preempt_enable();
#else
	if (console_trylock())
		console_unlock();
#endif
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* After too many gaps on the consoles only the panicking CPU prints (13fb0f74d702). */
int suppress_panic_printk;
unsigned long panic_console_dropped;

static inline bool panic_silences_this_cpu(void)
{
	return suppress_panic_printk && atomic_read(&panic_cpu) != raw_smp_processor_id();
}

/* The consoles have missed messages. More than ten gaps in a panic: they would never finish. */
inline void panic_console_finds_gap(void)
{
	if (!panic_in_progress() || panic_console_dropped++ <= 10)
		return;
	suppress_panic_printk = 1;
	pr_warn_once("Too many dropped messages. Suppress messages on non-panic CPUs to prevent livelock.\n");
}

/* Another CPU that owns the consoles in a panic leaves after its line (8ebc476fd51e). */
bool abandon_console_lock_in_panic(void)
{
	int panicking = atomic_read(&panic_cpu);

	return panicking != PANIC_CPU_INVALID && panicking != raw_smp_processor_id();
}
#endif

int vprintk_emit(int facility, int level, const char *fmt, va_list args)
{
	/* The scheduler's messages must not touch console_sem. */
	bool deferred = level == LOGLEVEL_SCHED, news;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	unsigned long irqs;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	u64 old_end;
#endif
	int len;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	if (suppress_printk)
		return 0;
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	if (panic_silences_this_cpu())
		return 0;
#endif
	printk_delay();

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	logbuf_lock_irqsave(irqs);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	old_end = log_next_seq;
#endif
	len = vprintk_store(facility, deferred ? LOGLEVEL_DEFAULT : level, fmt, args);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	news = log_next_seq != old_end;
#else
	news = true;
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	logbuf_unlock_irqrestore(irqs);
#endif

	if (news && !deferred)
		printk_to_consoles();
	if (news)
		wake_up_klogd();
	return len;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
int vprintk(const char *fmt, va_list args)
{
	return vprintk_func(fmt, args);
}
#endif

int vprintk_default(const char *fmt, va_list args)
{
	return vprintk_emit(0, LOGLEVEL_DEFAULT, fmt, args);
}

/* Not in the kernel: tells the observer what this CPU means to print. */
static inline void announce(const char *fmt, va_list args)
{
	char text[LOG_LINE_MAX];
	int level, len;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	if (suppress_printk)
		return;
#endif
	len = vscnprintf(text, sizeof(text), fmt, args);
	while (len && text[len - 1] == '\n')
		text[--len] = '\0';
	level = printk_get_level(text);
	level = level && level != 'c' ? level - '0' : default_message_loglevel;
	lw_said(printk_skip_level(text), !suppress_message_printing(level));
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
int printk(const char *fmt, ...)
{
	with_arguments(fmt, (announce(fmt, args), 0));
	return with_arguments(fmt, vprintk_func(fmt, args));
}
#else
int _printk(const char *fmt, ...)
{
	with_arguments(fmt, (announce(fmt, args), 0));
	return with_arguments(fmt, vprintk(fmt, args));
}
#endif

/* ---- console_sem ---- */

/* Sleeps until the consoles are free. */
void console_lock(void)
{
	down(&console_sem);
	if (console_suspended)
		return;
	console_locked = 1;
	console_may_schedule = 1;
}

int console_trylock(void)
{
	bool taken = !down_trylock_console_sem();

	if (taken && console_suspended) {
		up_console_sem();
		taken = false;
	}
	if (taken) {
		console_locked = 1;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 16, 0)
		console_may_schedule = 0;
#else
		/* A caller that can sleep now may do so between two lines. (Left out: RCU.) */
		console_may_schedule = !oops_in_progress && preemptible();
#endif
	}
	return taken;
}

int is_console_locked(void)
{
	return console_locked;
}

/* Is there a console that works on a CPU that is not online? */
static int have_callable_console(void)
{
	const struct console *con = console_drivers;

	while (con && (con->flags & (CON_ENABLED | CON_ANYTIME)) != (CON_ENABLED | CON_ANYTIME))
		con = con->next;
	return con != NULL;
}

int can_use_console(void)
{
#ifdef CONFIG_PRINTK_KTHREADS
	return 0; /* only their threads can print */
#endif
	return this_cpu_online() || have_callable_console();
}

/* The line being printed. One for all CPUs: only the owner of console_sem may use it. */
char console_text[LOG_LINE_MAX + PREFIX_MAX];

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/* Continues with the oldest remaining record, if the next one is gone; prints that fact. */
static inline size_t console_skip_dropped(void)
{
	u64 oldest = log_first_seq, seq = console_seq;

	if (seq >= oldest)
		return 0;
	console_seq = oldest;
	return snprintf(console_text, sizeof(console_text),
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 16, 0)
			"** %llu printk messages dropped **\n", oldest - seq);
#else
			/* The oldest remaining message follows on the same line. */
			"** %llu printk messages dropped ** ", oldest - seq);
#endif
}

/* Puts the next line into console_text; returns its length or 0. Caller holds logbuf_lock. */
static inline size_t console_next_line(void)
{
	size_t len = console_skip_dropped();
	u64 seq = console_seq, end = log_next_seq;

	while (seq != end && suppress_message_printing(log_from_seq(seq)->level & 7))
		seq++;
	if (seq == end) {
		console_seq = seq;
		return 0;
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	/* The log is no longer printed to one console exclusively. */
	if (exclusive_console && seq >= exclusive_console_stop_seq)
		exclusive_console = NULL;
#endif
	len += msg_print_text(log_from_seq(seq), false, printk_time, console_text + len,
			      sizeof(console_text) - len);
	console_seq = seq + 1;
	return len;
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
/* Prints the line. True if the consoles passed to a waiting CPU. */
inline bool console_print_line(size_t len)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 16, 0)
	console_lock_spinning_enable();
	call_console_drivers(console_text, len);
	return console_lock_spinning_disable_and_check();
#else
	/* Nobody waits: CPUs that found the consoles taken have left their messages to this one. */
	call_console_drivers(console_text, len);
	return false;
#endif
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
/* The log is no longer printed to one console exclusively. */
static inline void console_ends_solo(void)
{
	if (exclusive_console)
		exclusive_console = NULL;
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* At the end of the log. The caller's logbuf_lock is released here. */
static inline void console_give_up(void)
{
	console_locked = 0;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
	console_ends_solo();
#endif
	raw_spin_unlock(&logbuf_lock);
	up_console_sem();
}

/* Was a message stored and left to the owner of the consoles, which was just leaving? */
static inline bool console_is_behind(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	u64 unprinted;

	raw_spin_lock(&logbuf_lock);
	unprinted = log_next_seq - console_seq;
	raw_spin_unlock(&logbuf_lock);
	return unprinted != 0;
#else
	u64 seq;
	bool behind;

	raw_spin_lock(&logbuf_lock);
	seq = console_seq;
	behind = prb_read_valid(&seq) != NULL;
	raw_spin_unlock(&logbuf_lock);
	return behind;
#endif
}

/*
 * Prints what is pending, then releases the consoles. There is no bound: it ends when the log is
 * drained, or when another CPU's printk() waits and takes over.
 */
void console_unlock(void)
{
	bool sleeps, more;
	unsigned long irqs;
	size_t len;

	if (console_suspended) {
		up_console_sem();
		return;
	}
	sleeps = console_may_schedule;
	do {
		console_may_schedule = 0;
		if (!can_use_console()) {
			console_locked = 0;
			up_console_sem();
			return;
		}

		for (;;) {
			logbuf_lock_irqsave(irqs);
			len = console_next_line();
			if (!len)
				break;
			raw_spin_unlock(&logbuf_lock);
			more = !console_print_line(len);
			/* Here, between two lines, an interrupt can stop the owner of the consoles. */
			printk_safe_exit_irqrestore(irqs);
			if (!more)
				return;
			if (sleeps)
				cond_resched();
		}
		console_give_up();
		more = console_is_behind();
		printk_safe_exit_irqrestore(irqs);
	} while (more && console_trylock());
}
#endif

/* Takes the consoles: in an oops or panic only if they are free, otherwise in any case. */
static inline bool console_lock_for_unblank(void)
{
	if (oops_in_progress)
		return !down_trylock_console_sem();
	console_lock();
	return true;
}

void console_unblank(void)
{
	struct console *con = console_drivers;

	if (!console_lock_for_unblank())
		return;
	console_locked = 1;
	console_may_schedule = 0;
	for (; con; con = con->next) {
		if (con->unblank && (con->flags & CON_ENABLED))
			con->unblank();
	}
	console_unlock();
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
/*
 * The log is pending again: all of it, or for a new console, from the last `dmesg -c' up to where
 * the others are.
 */
static inline void console_replays_log(struct console *alone)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	unsigned long irqs;

	logbuf_lock_irqsave(irqs);
#endif
	if (alone) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
		exclusive_console_stop_seq = console_seq;
#endif
		exclusive_console = alone;
	}
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
	console_seq = alone ? syslog_seq : log_first_seq;
#else
	console_seq = alone ? syslog_seq : prb_first_valid_seq();
#endif
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	logbuf_unlock_irqrestore(irqs);
#endif
}
#endif

/* Prints what is pending even if another CPU has the consoles. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
void console_flush_on_panic(enum con_flush_mode mode)
#else
void console_flush_on_panic(void)
#endif
{
	/* It does not matter whether this gets them: console_unlock() releases them in any case. */
	console_trylock();
	console_may_schedule = 0;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	if (mode == CONSOLE_REPLAY_ALL)
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
		console_replays_log(NULL);
#else
		consoles_replay_log();
#endif
#endif
	console_unlock();
}

void register_console(struct console *newcon)
{
	console_lock();
	newcon->next = console_drivers;
	newcon->flags |= CON_ENABLED;
	console_drivers = newcon;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
	if (newcon->flags & CON_PRINTBUFFER)
		console_replays_log(newcon);
#else
	/* If it does not want the old messages, it gets only new ones. */
	newcon->seq = newcon->flags & CON_PRINTBUFFER ? syslog_seq : prb_next_seq();
#endif
	console_unlock();
#ifdef CONFIG_BOOT_MESSAGES
	pr_info("console [%s%d] enabled\n", newcon->name, newcon->index);
#endif
}

/* ---- what printk() defers ---- */

#define PRINTK_PENDING_WAKEUP 0x01
#define PRINTK_PENDING_OUTPUT 0x02

DEFINE_PER_CPU(int, printk_pending);
bool log_wait_active; /* does a reader of the log sleep? never, here */

static void wake_up_klogd_work_func(struct irq_work *work)
{
	bool output = this_cpu_read(printk_pending) & PRINTK_PENDING_OUTPUT;

	this_cpu_write(printk_pending, 0);
	/* If another CPU has the consoles, that CPU prints it. */
	if (output && console_trylock())
		console_unlock();
}

DEFINE_PER_CPU(struct irq_work, wake_up_klogd_work) = {
	.func = wake_up_klogd_work_func,
	.flags = IRQ_WORK_LAZY,
};

/* At the next tick: this CPU may be anywhere now. */
static inline void printk_later(int what)
{
	preempt_disable();
	this_cpu_or(printk_pending, what);
	irq_work_queue(this_cpu_ptr(&wake_up_klogd_work));
	preempt_enable();
}

void wake_up_klogd(void)
{
	if (log_wait_active)
		printk_later(PRINTK_PENDING_WAKEUP);
}

void defer_console_output(void)
{
	printk_later(PRINTK_PENDING_OUTPUT);
}

int vprintk_deferred(const char *fmt, va_list args)
{
	int r = vprintk_emit(0, LOGLEVEL_SCHED, fmt, args);

	defer_console_output();
	return r;
}

/* Into the log from any context, regardless of printk_context; the consoles get it later. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
int printk_deferred(const char *fmt, ...)
#else
int _printk_deferred(const char *fmt, ...)
#endif
{
	return with_arguments(fmt, vprintk_deferred(fmt, args));
}

/* ---- dumpers ---- */

DEFINE_SPINLOCK(dump_list_lock);
struct kmsg_dumper *dump_list;
bool always_kmsg_dump;

static inline bool kmsg_dumper_usable(const struct kmsg_dumper *dumper)
{
	return dumper->dump != NULL;
}

/* At the end of the list. Caller holds dump_list_lock. */
static inline void kmsg_dump_append(struct kmsg_dumper *dumper)
{
	struct kmsg_dumper **end = &dump_list;

	while (*end)
		end = &(*end)->next;
	dumper->registered = true;
	dumper->next = NULL;
	*end = dumper;
}

int kmsg_dump_register(struct kmsg_dumper *dumper)
{
	unsigned long irqs;
	bool twice;

	if (!kmsg_dumper_usable(dumper))
		return -EINVAL;
	spin_lock_irqsave(&dump_list_lock, irqs);
	twice = dumper->registered;
	if (!twice)
		kmsg_dump_append(dumper);
	spin_unlock_irqrestore(&dump_list_lock, irqs);
	return twice ? -EBUSY : 0;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
/* Does any dumper want a dump for this reason? */
static inline bool kmsg_dump_wanted(enum kmsg_dump_reason reason)
{
	return always_kmsg_dump || reason <= KMSG_DUMP_OOPS;
}

static inline bool kmsg_dumper_wants(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
{
	return !dumper->max_reason || reason <= dumper->max_reason;
}

/* What the dumper may read: from the last `dmesg -c` to the current end of the log. */
static inline void kmsg_dump_sets_range(struct kmsg_dumper *dumper)
{
	unsigned long irqs;

	logbuf_lock_irqsave(irqs);
	dumper->next_seq = log_next_seq;
	dumper->cur_seq = clear_seq;
	logbuf_unlock_irqrestore(irqs);
}

/* Lets every dumper save the log. Without dumpers no lock is taken at all. */
void kmsg_dump(enum kmsg_dump_reason reason)
{
	struct kmsg_dumper *dumper;
	bool told = false;

	if (!kmsg_dump_wanted(reason))
		return;
	for (dumper = dump_list; dumper; dumper = dumper->next) {
		if (kmsg_dumper_wants(dumper, reason)) {
			dumper->active = true;
			kmsg_dump_sets_range(dumper);
			if (!told)
				lw_dumped(lw_dump_occasion(reason));
			told = true;
			dumper->dump(dumper, reason);
			dumper->active = false;
		}
	}
}

/* The dumper's current record, if it still exists; NULL at the end of the log. */
static inline struct printk_log *kmsg_dump_record(struct kmsg_dumper *dumper)
{
	u64 seq = max(dumper->cur_seq, log_first_seq);

	dumper->cur_seq = seq;
	return seq < log_next_seq ? log_from_seq(seq) : NULL;
}

/* The next line from the old end on. log_next_seq is read again each time: this may be endless. */
bool kmsg_dump_get_line(struct kmsg_dumper *dumper, bool syslog, char *line, size_t size,
			size_t *len)
{
	struct printk_log *msg;
	unsigned long irqs;
	size_t length = 0;

	if (!dumper->active)
		return false;

	logbuf_lock_irqsave(irqs);
	msg = kmsg_dump_record(dumper);
	if (msg) {
		length = msg_print_text(msg, syslog, printk_time, line, size);
		dumper->cur_seq++;
	}
	logbuf_unlock_irqrestore(irqs);

	if (len)
		*len = length;
	return msg != NULL;
}

/*
 * Fills buf with the youngest records that fit, up to those returned by an earlier call. The young
 * end was fixed when the dump began, so this is bounded.
 */
bool kmsg_dump_get_buffer(struct kmsg_dumper *dumper, bool syslog, char *buf, size_t size,
			  size_t *len)
{
	unsigned long flags;
	u64 seq, next_seq;
	bool ret = false;
	size_t l = 0;

	if (!dumper->active)
		return false;

	logbuf_lock_irqsave(flags);
	if (dumper->cur_seq < log_first_seq)
		dumper->cur_seq = log_first_seq;

	if (dumper->cur_seq < dumper->next_seq) {
		/* How long would all of it be? Then drop the oldest until the rest fits. */
		for (seq = dumper->cur_seq; seq < dumper->next_seq; seq++)
			l += msg_print_text(log_from_seq(seq), true, printk_time, NULL, 0);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
		for (seq = dumper->cur_seq; l >= size && seq < dumper->next_seq; seq++)
#else
		/* So a dump that fits exactly loses its youngest line (c9dccacfccc7). */
		for (seq = dumper->cur_seq; l > size && seq < dumper->next_seq; seq++)
#endif
			l -= msg_print_text(log_from_seq(seq), true, printk_time, NULL, 0);

		next_seq = seq;
		l = 0;
		for (; seq < dumper->next_seq; seq++)
			l += msg_print_text(log_from_seq(seq), syslog, printk_time, buf + l,
					    size - l);
		dumper->next_seq = next_seq;
		ret = true;
	}
	logbuf_unlock_irqrestore(flags);
	if (len)
		*len = l;
	return ret;
}
#endif
