/*
 * kernel/printk/printk_ringbuffer.c: see there (.h). Sources: 896fbe20b4e2 "printk: use the
 * lockless ringbuffer", and what src/docs/releases.md says of 5.10.
 *
 * Simplified: a record and the room for its text are reserved in one operation, in the kernel one
 * after the other; there is no wrap marker. So a message whose text finds no room leaves no empty
 * record. CONFIG_LOG_BUF_SHIFT - 6 bits of records, not - 5.
 */

struct printk_ringbuffer prb;

static inline struct prb_desc *desc_of(u64 seq)
{
	return &prb.descs[seq % LOG_BUF_RECORDS];
}

/* The text, preceded by the number of its record. */
static inline unsigned int block_size(unsigned int text_size)
{
	return (text_size + 15) & ~7U;
}

enum desc_state desc_query(u64 seq)
{
	unsigned long found = READ_ONCE(desc_of(seq)->state_var);

	return found / 4 == seq + 1 ? (enum desc_state)(found % 4) : desc_miss;
}

static inline bool desc_becomes(u64 seq, enum desc_state from, enum desc_state to)
{
	unsigned long old = DESC_SV(seq, from);

	return cmpxchg(&desc_of(seq)->state_var, old, DESC_SV(seq, to)) == old;
}

/* Nothing is added to a record that is not the newest. */
static inline void desc_make_final(u64 seq)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	if (desc_becomes(seq, desc_committed, desc_finalized))
		prb.last_finalized_seq = seq;
#else
	desc_becomes(seq, desc_committed, desc_finalized);
#endif
}

/* ---- writers ---- */

/* Gives up the oldest record. False if its writer is not done: then the log is full until it is. */
static bool desc_push_tail(u64 tail)
{
	u64 oldest = PRB_SEQ(tail);
	unsigned int size = block_size(desc_info(oldest).text_size);

	if (!desc_becomes(oldest, desc_finalized, desc_reusable) && desc_query(oldest) != desc_reusable)
		return READ_ONCE(prb.tail) != tail;
	cmpxchg(&prb.tail, tail, PRB_POS(oldest + 1, PRB_BYTES(tail) + size));
	return true;
}

static inline bool prb_has_room(u64 head, u64 tail, unsigned int size)
{
	return PRB_SEQ(head) - PRB_SEQ(tail) < LOG_BUF_RECORDS &&
	       PRB_BYTES(head) - PRB_BYTES(tail) + size <= LOG_BUF_LEN;
}

/* Advances the head by the bytes, and up to one record, if there is room; was: where it was. */
static inline bool prb_move_head(u64 *was, unsigned int records, unsigned int size)
{
	u64 head, tail;

	for (;;) {
		head = READ_ONCE(prb.head);
		tail = READ_ONCE(prb.tail);
		if (!prb_has_room(head, tail, size)) {
			if (!desc_push_tail(tail))
				return false;
		} else if (cmpxchg(&prb.head, head, head + PRB_POS(records, size)) == head) {
			*was = head;
			return true;
		}
	}
}

/* A record with room for a text; sets its number. Interrupts are off until it is committed. */
bool prb_reserve(u64 *seq, unsigned int text_size)
{
	unsigned int size = block_size(text_size);
	u64 head;

	if (size > LOG_BUF_LEN - sizeof(long) || !prb_move_head(&head, 1, size)) {
		xadd(&prb.fail, 1);
		return false;
	}
	*seq = PRB_SEQ(head);
	desc_info(*seq).text_size = text_size;
	WRITE_ONCE(desc_of(*seq)->state_var, DESC_SV(*seq, desc_reserved));
	if (*seq)
		desc_make_final(*seq - 1);
	return true;
}

/* The newest record again, if it is the caller's, not final, and has room for more of its line. */
bool prb_reserve_in_last(u64 *seq, unsigned int caller_id, unsigned int more)
{
	u64 newest = PRB_SEQ(READ_ONCE(prb.head)) - 1, head;
	struct printk_info *info = &desc_info(newest);
	unsigned int size;

	if (newest + 1 == 0 || !desc_becomes(newest, desc_committed, desc_reserved))
		return false;
	size = info->text_size;
	if (info->caller_id != caller_id || size + more > LOG_LINE_MAX ||
	    !prb_move_head(&head, 0, block_size(size + more) - block_size(size))) {
		prb_commit(newest);
		return false;
	}
	info->text_size = size + more;
	*seq = newest;
	return true;
}

/* Written, but still open for additions as long as it is the newest one. */
void prb_commit(u64 seq)
{
	desc_becomes(seq, desc_reserved, desc_committed);
	if (PRB_SEQ(READ_ONCE(prb.head)) != seq + 1)
		desc_make_final(seq);
}

void prb_final_commit(u64 seq)
{
	desc_becomes(seq, desc_reserved, desc_finalized);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	prb.last_finalized_seq = seq;
#endif
}

/* ---- readers ---- */

/*
 * The record, or the next one that is still there. NULL at the end of the log, and at a record that
 * is not final: it may stay so for ever, if its writer was stopped.
 */
struct printk_info *prb_read_valid(u64 *seq)
{
	enum desc_state state;
	u64 oldest;

	while ((state = desc_query(*seq)) != desc_finalized) {
		oldest = PRB_SEQ(READ_ONCE(prb.tail));
		if (*seq < oldest)
			*seq = oldest;
		else if (state == desc_reusable)
			++*seq;
		else
			return NULL;
	}
	return &desc_info(*seq);
}

/* Does what was read since then belong to that record? */
bool prb_still_valid(u64 seq)
{
	return desc_query(seq) == desc_finalized;
}

u64 prb_first_valid_seq(void)
{
	u64 seq = 0;

	return prb_read_valid(&seq) ? seq : 0;
}

/* One past the last record that can be read from the start. */
u64 prb_next_seq(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	/* This may be past a record that is not final (f244b4dc53e5). */
	u64 seq = prb.last_finalized_seq;
#else
	u64 seq = 0;
#endif

	while (prb_read_valid(&seq))
		seq++;
	return seq;
}
