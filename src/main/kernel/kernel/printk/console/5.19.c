/*
 * The part of kernel/printk/printk.c that prints what is pending: from 5.19 on each console has its
 * own position in the log, and misses messages independently (a699449bb13b).
 */

/* The first line of a console that missed messages. */
static char dropped_text[64];

static inline void console_misses(struct console *con, u64 records)
{
	if (!records)
		return;
	con->dropped += records;
	panic_console_finds_gap();
}

/* On this CPU, now. */
static inline bool console_is_usable(const struct console *con)
{
	return console_writes(con, console_flags_needed());
}

static void call_console_driver(struct console *con, size_t len)
{
	unsigned long dropped = con->dropped;
	size_t told;

	if (dropped) {
		con->dropped = 0;
		told = snprintf(dropped_text, sizeof(dropped_text),
				"** %lu printk messages dropped **\n", dropped);
		con->write(con, dropped_text, told);
	}
	con->write(con, console_text, len);
}

/* Prints a line, with interrupts off. True if the consoles passed to a waiting CPU. */
static inline bool console_says_line(struct console *con, u64 seq, size_t len)
{
	unsigned long irqs;
	bool gone;

	printk_safe_enter_irqsave(irqs);
	console_lock_spinning_enable();
	call_console_driver(con, len);
	con->seq = seq + 1;
	gone = console_lock_spinning_disable_and_check();
	printk_safe_exit_irqrestore(irqs);
	return gone;
}

/* The console's next record. False if there is none that is final. */
static bool console_emit_next_record(struct console *con, bool *gone)
{
	u64 wanted = con->seq, seq = wanted;
	struct printk_info *info = prb_read_valid(&seq);
	size_t len;

	if (!info)
		return false;
	console_misses(con, seq - wanted);
	if (suppress_message_printing(info->level & 7)) {
		con->seq = seq + 1;
		return true;
	}
	len = record_print_text(info, false, printk_time, console_text, sizeof(console_text));
	if (prb_still_valid(seq))
		*gone = console_says_line(con, seq, len);
	else if (seq != wanted)
		con->seq = seq;
	return true;
}

/* How a round over all consoles ended. */
enum flush_round {
	FLUSH_NOTHING_LEFT,
	FLUSH_GOES_ON,
	FLUSH_GONE, /* to a CPU that waited for the consoles */
	FLUSH_ABANDONED, /* for the panicking CPU, or because no console is usable */
};

static inline enum flush_round console_flush_round(bool sleeps, u64 *next)
{
	enum flush_round end = FLUSH_ABANDONED;
	struct console *con;
	bool gone = false, printed;

	for_each_console(con) {
		if (!console_is_usable(con))
			continue;
		if (end == FLUSH_ABANDONED)
			end = FLUSH_NOTHING_LEFT;
		printed = console_emit_next_record(con, &gone);
		if (gone)
			return FLUSH_GONE;
		*next = max(*next, con->seq);
		if (printed) {
			if (abandon_console_lock_in_panic())
				return FLUSH_ABANDONED;
			end = FLUSH_GOES_ON;
			if (sleeps)
				cond_resched();
		}
	}
	return end;
}

/* Round after round, until no console has anything to print. */
static enum flush_round console_flush_all(bool sleeps, u64 *next)
{
	enum flush_round end;

	do
		end = console_flush_round(sleeps, next);
	while (end == FLUSH_GOES_ON);
	return end;
}

void console_unlock(void)
{
	bool sleeps = console_may_schedule;
	enum flush_round end;
	u64 next = 0;

	if (console_suspended) {
		up_console_sem();
		return;
	}
	do {
		console_may_schedule = 0;
		end = console_flush_all(sleeps, &next);
		if (end != FLUSH_GONE) {
			console_locked = 0;
			up_console_sem();
		}
	} while (end == FLUSH_NOTHING_LEFT && prb_read_valid(&next) && console_trylock());
}

/* The whole log is pending again. */
void consoles_replay_log(void)
{
	u64 first = prb_first_valid_seq();
	struct console *con;

	for_each_console(con)
		con->seq = first;
}
