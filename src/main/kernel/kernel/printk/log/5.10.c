/*
 * The part of kernel/printk/printk.c that stores messages in the ring buffer and reads them: for the
 * consoles, and for dumpers.
 *
 * Up to 5.14 all of it happens under logbuf_lock, although the ring buffer does not need that. From 5.15 on
 * there is no lock, and a writer only counts how deeply printk() is nested.
 *
 * Simplified: from 5.15 on the kernel formats a message twice, to measure it and into its record; here once.
 */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
#define log_lock(flags) logbuf_lock_irqsave(flags)
#define log_unlock(flags) logbuf_unlock_irqrestore(flags)
#else
#define log_lock(flags) do { (void)(flags); } while (0)
#define log_unlock(flags) do { (void)(flags); } while (0)
#endif

/* A dumper's read position. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
#define LOG_READER struct kmsg_dumper
#define log_reader_may(reader) ((reader)->active)
#else
#define LOG_READER struct kmsg_dump_iter
#define log_reader_may(reader) true
#endif

/* ---- storing ---- */

/* The text goes into the record: after existing text, if it is a piece of the same line. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
void printk_sprint(struct printk_info *info, bool more, const char *text, size_t len)
#else
static inline void record_adds(struct printk_info *info, bool more, const char *text, size_t len)
#endif
{
	size_t there = more ? strlen(info->text) : 0;

	snprintf(info->text + there, sizeof(info->text) - there, "%.*s", (int)len, text);
}

static inline void record_takes(u64 seq, bool more, const char *text, size_t len)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
	printk_sprint(&desc_info(seq), more, text, len);
#else
	record_adds(&desc_info(seq), more, text, len);
#endif
}

static inline void record_begins(struct printk_info *info, unsigned int caller_id, int facility, int level)
{
	info->ts_nsec = local_clock();
	info->caller_id = caller_id;
	info->level = facility * 8 + (level & 7);
}

/* Reserves a record. A long message is cut to a quarter of the log, if that helps. */
static inline bool record_finds_room(u64 *seq, size_t *len, size_t size)
{
	if (prb_reserve(seq, size))
		return true;
	if (*len > LOG_BUF_LEN / 4)
		*len = LOG_BUF_LEN / 4;
	return prb_reserve(seq, min(size, *len + strlen("<truncated>")));
}

/* Stores a message, or a piece of one, in a new record or the newest; its length, 0 if lost. */
static inline size_t log_record(int facility, int level, int lflags, const char *text, size_t len,
				size_t size)
{
	unsigned int caller_id = printk_caller_id();
	bool more, ends = lflags & LOG_NEWLINE;
	size_t kept = len;
	u64 seq;

	more = (lflags & LOG_CONT) && prb_reserve_in_last(&seq, caller_id, size);
	if (!more) {
		if (!record_finds_room(&seq, &kept, size))
			return 0;
		record_begins(&desc_info(seq), caller_id, facility, level);
		/* A piece whose beginning is gone may still be continued, even after a newline. */
		ends = ends && !(lflags & LOG_CONT);
	}
	record_takes(seq, more, text, kept);
	if (kept < len)
		record_takes(seq, true, "<truncated>", strlen("<truncated>"));
	if (ends)
		prb_final_commit(seq);
	else
		prb_commit(seq);
	return kept;
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* For vprintk_store(). Caller holds logbuf_lock. */
inline size_t log_output(int facility, int level, int lflags, const char *text, size_t text_len)
{
	return log_record(facility, level, lflags, text, text_len, text_len);
}
#else
#define PRINTK_MAX_RECURSION 3

/* How deeply printk() is nested on this CPU: in an NMI, and outside. */
DEFINE_PER_CPU(int, printk_count);
DEFINE_PER_CPU(int, printk_count_nmi);

static inline bool printk_nests(bool nmi, int by)
{
	int depth = (nmi ? this_cpu_read(printk_count_nmi) : this_cpu_read(printk_count)) + by;

	if (depth > PRINTK_MAX_RECURSION)
		return false;
	if (nmi)
		this_cpu_write(printk_count_nmi, depth);
	else
		this_cpu_write(printk_count, depth);
	return true;
}

int vprintk_store(int facility, int level, const char *fmt, va_list args)
{
	char message[LOG_TEXT_MAX];
	const char *text = message;
	bool nmi = in_nmi();
	unsigned long irqs;
	int len, size, lflags = 0;

	local_irq_save(irqs);
	if (!printk_nests(nmi, 1)) {
		local_irq_restore(irqs);
		return 0;
	}
	/* A crash in the formatter leaves no record: none is reserved yet. */
	len = vscnprintf(message, sizeof(message), fmt, args);
	size = len + 1;
	if (len && message[len - 1] == '\n') {
		lflags = LOG_NEWLINE;
		len--;
	}
	if (facility == 0)
		lflags |= printk_read_prefixes(&text, &level);
	if (level == LOGLEVEL_DEFAULT)
		level = default_message_loglevel;
	len = log_record(facility, level, lflags, text, len - (text - message), size);
	printk_nests(nmi, -1);
	local_irq_restore(irqs);
	return len;
}
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 19, 0)
/* ---- reading for the consoles ---- */

/* Records gone before the consoles read them; reported with the next line. */
unsigned long console_dropped;

static inline void console_finds_gap(u64 records)
{
	if (!records)
		return;
	console_dropped += records;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	panic_console_finds_gap();
#endif
}

static inline size_t console_tells_gap(void)
{
	unsigned long dropped = console_dropped;

	return dropped ? snprintf(console_text, sizeof(console_text),
				  "** %lu printk messages dropped **\n", dropped) : 0;
}

static inline size_t console_tells(struct printk_info *info)
{
	size_t len = console_tells_gap();

	return len + record_print_text(info, false, printk_time, console_text + len,
				       sizeof(console_text) - len);
}

/* The log is no longer printed to one console exclusively. */
static inline void console_shares_log(u64 seq)
{
	if (exclusive_console && seq >= exclusive_console_stop_seq)
		exclusive_console = NULL;
}

/* Puts the next line into console_text; returns its length, 0 if there is none that is final. */
inline size_t console_next_line(void)
{
	struct printk_info *info;
	size_t len = 0;
	u64 wanted, seq;

	while (!len) {
		wanted = console_seq;
		seq = wanted;
		info = prb_read_valid(&seq);
		if (!info)
			break;
		console_finds_gap(seq - wanted);
		if (!suppress_message_printing(info->level & 7)) {
			console_shares_log(seq);
			len = console_tells(info);
			if (!prb_still_valid(seq)) {
				/* Overwritten meanwhile: continue with the oldest one left. */
				console_seq = seq;
				len = 0;
				continue;
			}
			if (console_dropped)
				console_dropped = 0;
		}
		console_seq = seq + 1;
	}
	return len;
}
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 14, 0)
/* ---- printing many lines that belong together ---- */

/* The CPU that is printing them, perhaps again in an NMI; printk_cpulock_owner up to 5.18. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
#define SYNC_OWNER printk_cpu_sync_owner
#else
#define SYNC_OWNER printk_cpulock_owner
#endif
atomic_t SYNC_OWNER = ATOMIC_INIT(-1);

/* Another CPU is printing: interrupts stay possible until it is done. There is no time-out. */
static inline void printk_cpu_sync_wait(unsigned long irqs)
{
	local_irq_restore(irqs);
	while (atomic_read(&SYNC_OWNER) != -1)
		cpu_relax();
}

/* Interrupts are off from here on. False if this CPU was already printing. */
inline bool printk_cpu_sync_get(unsigned long *irqs)
{
	int me = smp_processor_id(), owner;

	for (;;) {
		local_irq_save(*irqs);
		owner = atomic_cmpxchg(&SYNC_OWNER, -1, me);
		if (owner == -1 || owner == me)
			return owner == -1;
		printk_cpu_sync_wait(*irqs);
	}
}

inline void printk_cpu_sync_put(bool first, unsigned long irqs)
{
	if (first)
		atomic_set(&SYNC_OWNER, -1);
	local_irq_restore(irqs);
}
#endif

/* ---- reading for dumpers ---- */

/*
 * The last reason for which the dumper wants dumps: its own limit, otherwise oopses, or all with
 * always_kmsg_dump. (From 5.8 on: "printk: honor the max_reason field in kmsg_dumper".)
 */
static inline enum kmsg_dump_reason kmsg_dump_most(const struct kmsg_dumper *dumper)
{
	if (dumper->max_reason)
		return dumper->max_reason;
	return always_kmsg_dump ? KMSG_DUMP_MAX : KMSG_DUMP_OOPS;
}

/* From the last `dmesg -c' to the current end of the log. */
static inline void log_reader_sets_range(LOG_READER *reader)
{
	unsigned long irqs = 0;

	log_lock(irqs);
	reader->cur_seq = clear_seq;
	reader->next_seq = prb_next_seq();
	log_unlock(irqs);
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
/* A dumper may read only inside its dump(). */
static inline void kmsg_dumper_may_read(struct kmsg_dumper *dumper, bool may)
{
	dumper->active = may;
	if (may)
		log_reader_sets_range(dumper);
}
#endif

/* Lets every dumper save the log. Up to 5.11 each starts under the log's lock. */
void kmsg_dump(enum kmsg_dump_reason reason)
{
	struct kmsg_dumper *next = dump_list, *dumper;
	bool told = false;

	while ((dumper = next) != NULL) {
		next = dumper->next;
		if (reason > kmsg_dump_most(dumper))
			continue;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
		kmsg_dumper_may_read(dumper, true);
#endif
		if (!told)
			lw_dumped(lw_dump_occasion(reason));
		told = true;
		dumper->dump(dumper, reason);
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
		kmsg_dumper_may_read(dumper, false);
#endif
	}
}

void kmsg_dump_rewind(LOG_READER *reader)
{
	log_reader_sets_range(reader);
}

/* The next line from the old end on, whether or not it existed when the dump began. */
bool kmsg_dump_get_line(LOG_READER *reader, bool syslog, char *line, size_t size, size_t *len)
{
	struct printk_info *info = NULL;
	unsigned long irqs = 0;
	size_t length = 0;
	u64 seq;

	if (log_reader_may(reader)) {
		log_lock(irqs);
		seq = reader->cur_seq;
		info = prb_read_valid(&seq);
		if (info) {
			length = record_print_text(info, syslog, printk_time, line, size);
			reader->cur_seq = seq + 1;
		}
		log_unlock(irqs);
	}
	if (len)
		*len = length;
	return info != NULL;
}

/* Length of the records up to `end` as text, as far as they can be read from seq on. */
static size_t log_text_size(u64 seq, u64 end)
{
	size_t bytes = 0;
	const struct printk_info *info;

	for (; (info = prb_read_valid(&seq)) && seq < end; seq++)
		bytes += record_print_text(info, true, printk_time, NULL, 0);
	return bytes;
}

/* The oldest record from which everything up to `end` fits into this many bytes. */
static u64 log_first_that_fits(u64 seq, u64 end, size_t bytes)
{
	size_t left = log_text_size(seq, end);
	const struct printk_info *info;

	for (; left >= bytes && (info = prb_read_valid(&seq)) && seq < end; seq++)
		left -= record_print_text(info, true, printk_time, NULL, 0);
	return seq;
}

/*
 * Fills buf with the youngest records that fit and that no earlier call has returned. A record that
 * is not final ends the log: what follows it is never reached.
 */
bool kmsg_dump_get_buffer(LOG_READER *reader, bool syslog, char *buf, size_t size, size_t *len)
{
	const struct printk_info *info;
	unsigned long irqs = 0;
	u64 seq, first, end;
	size_t filled = 0;
	bool any;

	if (!log_reader_may(reader))
		return false;
	log_lock(irqs);
	seq = reader->cur_seq;
	end = reader->next_seq;
	prb_read_valid(&seq);
	reader->cur_seq = seq;
	any = seq < end;
	if (any) {
		first = log_first_that_fits(seq, end, size);
		for (seq = first; (info = prb_read_valid(&seq)) && seq < end; seq++)
			filled += record_print_text(info, syslog, printk_time, buf + filled,
						    size - filled);
		reader->next_seq = first;
	}
	log_unlock(irqs);
	if (len)
		*len = filled;
	return any;
}
