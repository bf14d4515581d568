/*
 * kernel/printk/printk.c of v5.2: the log buffer, the consoles, and kmsg_dump().
 *
 * Left out: /dev/kmsg and syslog readers, dictionaries, extended consoles (netconsole), braille,
 * boot consoles, log_buf_len=, boot_delay.
 * Simplified: the log buffer is an array of records; only their bytes are counted as in the
 * kernel's byte ring (no wrap marker), so what fits and what is dropped is the same. A reader of
 * the log that sleeps (klogd) does not exist.
 * On purpose different: variables that are static in the kernel are not, so that scenarios can name
 * them; printk() tells the observer what it is about to say.
 */

int console_loglevel = CONFIG_CONSOLE_LOGLEVEL_DEFAULT;
int default_message_loglevel = CONFIG_MESSAGE_LOGLEVEL_DEFAULT;
bool ignore_loglevel;
int printk_delay_msec;
bool printk_time = CONFIG_PRINTK_TIME;

/* How many oopses and panics are being printed. Console drivers then only try their locks. */
int oops_in_progress;

/* Set when panic() has said everything: no CPU's printk() does anything any more. */
int suppress_printk;

DEFINE_SEMAPHORE(console_sem);
struct console *console_drivers;

/* Written by the owner of console_sem, as far as console_sem has an owner. */
int console_locked;
int console_suspended;
int console_may_schedule;
struct console *exclusive_console;
u64 exclusive_console_stop_seq;

static int down_trylock_console_sem(void)
{
	unsigned long flags;
	int failed;

	/* down_trylock() takes a lock: a printk() inside it must not come back here. */
	printk_safe_enter_irqsave(flags);
	failed = down_trylock(&console_sem);
	printk_safe_exit_irqrestore(flags);
	return failed;
}

static void up_console_sem(void)
{
	unsigned long flags;

	printk_safe_enter_irqsave(flags);
	up(&console_sem);
	printk_safe_exit_irqrestore(flags);
}

/* ---- the log buffer ---- */

struct printk_log {
	u64 ts_nsec;
	unsigned int text_len;
	unsigned char level; /* facility * 8 + level */
	char text[LOG_TEXT_MAX];
};

/* Protects the buffer, its sequence numbers, the continuation buffer and textbuf. */
DEFINE_RAW_SPINLOCK(logbuf_lock);

struct printk_log log_buf[LOG_BUF_RECORDS];
unsigned int log_used; /* bytes of all records between the two sequence numbers */
u64 log_first_seq;
u64 log_next_seq;
u64 console_seq; /* the next record for the consoles */
u64 clear_seq; /* the first record after the last `dmesg -c` */
u64 syslog_seq;

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

/* Appends a record; its length. logbuf_lock is held. */
static int log_store(int facility, int level, u64 ts_nsec, const char *text, unsigned int text_len)
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
	msg->ts_nsec = ts_nsec ? ts_nsec : local_clock();
	log_used += size;
	log_next_seq++;
	return text_len;
}

static bool suppress_message_printing(int level)
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

static int print_prefix(const struct printk_log *msg, bool syslog, bool time, char *buf, int size)
{
	u64 ts = msg->ts_nsec;
	int len = 0;

	if (syslog)
		len = scnprintf(buf, size, "<%u>", msg->level);
	if (time)
		len += scnprintf(buf + len, size - len, "[%5lu.%06lu] ",
				 (unsigned long)(ts / NSEC_PER_SEC),
				 (unsigned long)(ts % NSEC_PER_SEC / 1000));
	return len;
}

/* The record as lines, each with its prefix; how long they are. Without buf: only how long. */
static size_t msg_print_text(const struct printk_log *msg, bool syslog, bool time, char *buf,
			     size_t size)
{
	char prefix[PREFIX_MAX];
	char copy[LOG_LINE_MAX];
	const char *line = copy;
	const char *end;
	size_t len = 0, line_len;
	int prefix_len = print_prefix(msg, syslog, time, prefix, sizeof(prefix));

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

/* ---- handing the consoles over to a CPU that waits for them ---- */

DEFINE_RAW_SPINLOCK(console_owner_lock);
struct task_struct *console_owner; /* who is in a console driver */
bool console_waiter; /* somebody spins for it */

/* From here on the owner of console_sem is in a driver, and another CPU may wait for it. */
static void console_lock_spinning_enable(void)
{
	raw_spin_lock(&console_owner_lock);
	console_owner = current;
	raw_spin_unlock(&console_owner_lock);
}

/* 1 when a CPU was waiting: it owns console_sem now, and the caller no longer does. */
static int console_lock_spinning_disable_and_check(void)
{
	int waiter;

	raw_spin_lock(&console_owner_lock);
	waiter = READ_ONCE(console_waiter);
	console_owner = NULL;
	raw_spin_unlock(&console_owner_lock);
	if (!waiter)
		return 0;

	WRITE_ONCE(console_waiter, false);
	return 1;
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

	/* console_sem was never put down, so there is nothing to take. */
	printk_safe_exit_irqrestore(flags);
	return 1;
}

static void call_console_drivers(const char *text, size_t len)
{
	struct console *con;

	for_each_console(con) {
		if (exclusive_console && con != exclusive_console)
			continue;
		if (!(con->flags & CON_ENABLED))
			continue;
		if (!con->write)
			continue;
		if (!cpu_online(smp_processor_id()) && !(con->flags & CON_ANYTIME))
			continue;
		con->write(con, text, len);
	}
}

/* ---- printk() into the log ---- */

/* A line that is printed piece by piece, until its newline comes. Protected by logbuf_lock. */
struct cont {
	char buf[LOG_TEXT_MAX];
	size_t len;
	unsigned int caller_id;
	u64 ts_nsec;
	unsigned char level;
	unsigned char facility;
	unsigned char flags;
};
struct cont cont;

/* The formatted message. Protected by logbuf_lock. */
char textbuf[LOG_TEXT_MAX];

static unsigned int printk_caller_id(void)
{
	return in_task() ? current->pid : 0x80000000U + smp_processor_id();
}

static void cont_flush(void)
{
	if (cont.len == 0)
		return;
	log_store(cont.facility, cont.level, cont.ts_nsec, cont.buf, cont.len);
	cont.len = 0;
}

static bool cont_add(unsigned int caller_id, int facility, int level, int flags, const char *text,
		     size_t len)
{
	if (cont.len + len > sizeof(cont.buf)) {
		cont_flush();
		return false;
	}
	if (!cont.len) {
		cont.facility = facility;
		cont.level = level;
		cont.caller_id = caller_id;
		cont.ts_nsec = local_clock();
		cont.flags = flags;
	}
	snprintf(cont.buf + cont.len, sizeof(cont.buf) - cont.len, "%.*s", (int)len, text);
	cont.len += len;

	/* The first piece's flags stand, but the last one says that the line is complete. */
	if (flags & LOG_NEWLINE) {
		cont.flags |= LOG_NEWLINE;
		cont_flush();
	}
	return true;
}

static size_t log_output(int facility, int level, int lflags, const char *text, size_t text_len)
{
	const unsigned int caller_id = printk_caller_id();

	if (cont.len) {
		if (cont.caller_id == caller_id && (lflags & LOG_CONT))
			if (cont_add(caller_id, facility, level, lflags, text, text_len))
				return text_len;
		cont_flush();
	}

	if (!text_len && (lflags & LOG_CONT))
		return 0;

	/* No newline: perhaps more of the line follows. */
	if (!(lflags & LOG_NEWLINE))
		if (cont_add(caller_id, facility, level, lflags, text, text_len))
			return text_len;

	return log_store(facility, level, 0, text, text_len);
}

/* 0 when the text has no level prefix; else the character that says the level, or 'c'. */
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

/* logbuf_lock is held. */
int vprintk_store(int facility, int level, const char *fmt, va_list args)
{
	const char *text = textbuf;
	size_t text_len;
	int lflags = 0, kern_level;

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

int vprintk_emit(int facility, int level, const char *fmt, va_list args)
{
	bool in_sched = false, pending_output;
	unsigned long flags;
	u64 curr_log_seq;
	int printed_len;

	if (unlikely(suppress_printk))
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

int vprintk(const char *fmt, va_list args)
{
	return vprintk_func(fmt, args);
}

int vprintk_default(const char *fmt, va_list args)
{
	return vprintk_emit(0, LOGLEVEL_DEFAULT, fmt, args);
}

/* Not in the kernel: tells the observer what this CPU means to say. */
static void announce(const char *fmt, va_list args)
{
	char text[LOG_LINE_MAX];
	int level, len;

	if (suppress_printk)
		return;
	len = vscnprintf(text, sizeof(text), fmt, args);
	while (len && text[len - 1] == '\n')
		text[--len] = '\0';
	level = printk_get_level(text);
	level = level && level != 'c' ? level - '0' : default_message_loglevel;
	lw_said(printk_skip_level(text), !suppress_message_printing(level));
}

int printk(const char *fmt, ...)
{
	va_list args;
	int r;

	va_start(args, fmt);
	announce(fmt, args);
	r = vprintk_func(fmt, args);
	va_end(args);
	return r;
}

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
	if (down_trylock_console_sem())
		return 0;
	if (console_suspended) {
		up_console_sem();
		return 0;
	}
	console_locked = 1;
	console_may_schedule = 0;
	return 1;
}

int is_console_locked(void)
{
	return console_locked;
}

/* Is there a console that works on a CPU that is not online? */
static int have_callable_console(void)
{
	struct console *con;

	for_each_console(con)
		if ((con->flags & CON_ENABLED) && (con->flags & CON_ANYTIME))
			return 1;
	return 0;
}

static int can_use_console(void)
{
	return cpu_online(smp_processor_id()) || have_callable_console();
}

/* The line that is being printed. One for all CPUs: only the owner of console_sem may use it. */
char console_text[LOG_LINE_MAX + PREFIX_MAX];

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

void console_unblank(void)
{
	struct console *con;

	/* An oops does not wait: whoever has the consoles may be dead. */
	if (oops_in_progress) {
		if (down_trylock_console_sem() != 0)
			return;
	} else {
		console_lock();
	}

	console_locked = 1;
	console_may_schedule = 0;
	for_each_console(con)
		if ((con->flags & CON_ENABLED) && con->unblank)
			con->unblank();
	console_unlock();
}

/* Prints what is pending even when somebody else has the consoles. */
void console_flush_on_panic(enum con_flush_mode mode)
{
	unsigned long flags;

	/* Whether we got them does not matter: console_unlock() puts them up in any case. */
	console_trylock();
	console_may_schedule = 0;

	if (mode == CONSOLE_REPLAY_ALL) {
		logbuf_lock_irqsave(flags);
		console_seq = log_first_seq;
		logbuf_unlock_irqrestore(flags);
	}
	console_unlock();
}

void register_console(struct console *newcon)
{
	unsigned long flags;

	console_lock();
	newcon->flags |= CON_ENABLED;
	newcon->next = console_drivers;
	console_drivers = newcon;
	if (newcon->flags & CON_PRINTBUFFER) {
		/* Replay the log to the new console alone. */
		logbuf_lock_irqsave(flags);
		exclusive_console = newcon;
		exclusive_console_stop_seq = console_seq;
		console_seq = syslog_seq;
		logbuf_unlock_irqrestore(flags);
	}
	console_unlock();
#ifdef CONFIG_BOOT_MESSAGES
	pr_info("console [%s%d] enabled\n", newcon->name, newcon->index);
#endif
}

/* ---- what printk() leaves for later ---- */

#define PRINTK_PENDING_WAKEUP 0x01
#define PRINTK_PENDING_OUTPUT 0x02

DEFINE_PER_CPU(int, printk_pending);
bool log_wait_active; /* does a reader of the log sleep? Never, here. */

static void wake_up_klogd_work_func(struct irq_work *work)
{
	int pending = this_cpu_read(printk_pending);

	this_cpu_write(printk_pending, 0);
	if (pending & PRINTK_PENDING_OUTPUT) {
		/* If somebody else has the consoles, he prints it. */
		if (console_trylock())
			console_unlock();
	}
}

DEFINE_PER_CPU(struct irq_work, wake_up_klogd_work) = {
	.func = wake_up_klogd_work_func,
	.flags = IRQ_WORK_LAZY,
};

void wake_up_klogd(void)
{
	preempt_disable();
	if (log_wait_active) {
		this_cpu_or(printk_pending, PRINTK_PENDING_WAKEUP);
		irq_work_queue(this_cpu_ptr(&wake_up_klogd_work));
	}
	preempt_enable();
}

void defer_console_output(void)
{
	preempt_disable();
	this_cpu_or(printk_pending, PRINTK_PENDING_OUTPUT);
	irq_work_queue(this_cpu_ptr(&wake_up_klogd_work));
	preempt_enable();
}

int vprintk_deferred(const char *fmt, va_list args)
{
	int r = vprintk_emit(0, LOGLEVEL_SCHED, fmt, args);

	defer_console_output();
	return r;
}

/* Into the log from any context, whatever printk_context says; the consoles get it later. */
int printk_deferred(const char *fmt, ...)
{
	va_list args;
	int r;

	va_start(args, fmt);
	r = vprintk_deferred(fmt, args);
	va_end(args);
	return r;
}

/* ---- dumpers ---- */

DEFINE_SPINLOCK(dump_list_lock);
struct kmsg_dumper *dump_list;
bool always_kmsg_dump;

int kmsg_dump_register(struct kmsg_dumper *dumper)
{
	struct kmsg_dumper **last;
	unsigned long flags;
	int err = -EBUSY;

	if (!dumper->dump)
		return -EINVAL;

	spin_lock_irqsave(&dump_list_lock, flags);
	if (!dumper->registered) {
		dumper->registered = true;
		for (last = &dump_list; *last; last = &(*last)->next)
			;
		dumper->next = NULL;
		*last = dumper;
		err = 0;
	}
	spin_unlock_irqrestore(&dump_list_lock, flags);
	return err;
}

/* Lets every dumper save the log. Without a dumper no lock is taken at all. */
void kmsg_dump(enum kmsg_dump_reason reason)
{
	struct kmsg_dumper *dumper;
	unsigned long flags;

	if (reason > KMSG_DUMP_OOPS && !always_kmsg_dump)
		return;

	rcu_read_lock();
	for (dumper = dump_list; dumper; dumper = dumper->next) {
		if (dumper->max_reason && reason > dumper->max_reason)
			continue;

		dumper->active = true;
		logbuf_lock_irqsave(flags);
		dumper->cur_seq = clear_seq;
		dumper->next_seq = log_next_seq;
		logbuf_unlock_irqrestore(flags);

		dumper->dump(dumper, reason);
		dumper->active = false;
	}
	rcu_read_unlock();
}

/* The next line from the old end on. log_next_seq is read anew each time: this may be endless. */
bool kmsg_dump_get_line(struct kmsg_dumper *dumper, bool syslog, char *line, size_t size,
			size_t *len)
{
	unsigned long flags;
	bool ret = false;
	size_t l = 0;

	if (!dumper->active)
		return false;

	logbuf_lock_irqsave(flags);
	if (dumper->cur_seq < log_first_seq)
		dumper->cur_seq = log_first_seq;
	if (dumper->cur_seq < log_next_seq) {
		l = msg_print_text(log_from_seq(dumper->cur_seq), syslog, printk_time, line, size);
		dumper->cur_seq++;
		ret = true;
	}
	logbuf_unlock_irqrestore(flags);
	if (len)
		*len = l;
	return ret;
}

/*
 * Fills buf with the youngest records that fit, up to those an earlier call has returned. The young
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
		/* How long would all of it be? Then leave out the oldest until the rest fits. */
		for (seq = dumper->cur_seq; seq < dumper->next_seq; seq++)
			l += msg_print_text(log_from_seq(seq), true, printk_time, NULL, 0);
		for (seq = dumper->cur_seq; l >= size && seq < dumper->next_seq; seq++)
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
