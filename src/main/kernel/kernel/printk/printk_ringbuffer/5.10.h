/*
 * kernel/printk/printk_ringbuffer.h: records that are written without a lock. A writer reserves
 * one, fills it and commits it; readers see final records, and stop at the first that is not.
 */
enum desc_state {
	desc_miss = -1, /* another record uses this place, or none yet */
	desc_reserved = 0, /* being written */
	desc_committed = 1, /* written; can be extended until the next one is reserved */
	desc_finalized = 2, /* readable */
	desc_reusable = 3, /* given up */
};

struct printk_info {
	u64 ts_nsec;
	unsigned int caller_id;
	unsigned int text_size; /* bytes reserved for the text */
	unsigned char level; /* facility * 8 + level */
	char text[LOG_TEXT_MAX];
};

struct prb_desc {
	unsigned long state_var; /* whose record, and its state: DESC_SV() */
	struct printk_info info;
};

struct printk_ringbuffer {
	struct prb_desc descs[LOG_BUF_RECORDS];
	u64 head; /* the next to reserve: PRB_POS() */
	u64 tail; /* the oldest record that is not given up */
	unsigned long fail; /* messages that found no room */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	u64 last_finalized_seq;
#endif
};

/* Sequence numbers begin at 0, and no state of one is 0. */
#define DESC_SV(seq, state) (((unsigned long)(seq) + 1) * 4 + (state))

/* A record's sequence number and the total bytes of all texts before it, in one word. */
#define PRB_POS(seq, bytes) ((u64)(bytes) << 32 | (u64)(seq))
#define PRB_SEQ(pos) ((pos) & 0xffffffffUL)
#define PRB_BYTES(pos) ((pos) >> 32)

/* The contents of a record. */
#define desc_info(seq) (prb.descs[(seq) % LOG_BUF_RECORDS].info)
