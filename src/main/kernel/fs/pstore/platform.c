/*
 * fs/pstore/platform.c: the log as records of a backend.
 *
 * Left out: compression (records are text here), the file system, the console and ftrace front
 * ends.
 */

/* Bytes of log to save, over all records. */
unsigned long kmsg_bytes = CONFIG_PSTORE_DEFAULT_KMSG_BYTES;

struct pstore_info *psinfo;
int oopscount;
char pstore_buf[16384]; /* psinfo->buf */

/* How the first line of a record names the occasion. */
static const char *const reason_names[] = {
	[KMSG_DUMP_UNDEF] = "Unknown",
	[KMSG_DUMP_PANIC] = "Panic",
	[KMSG_DUMP_OOPS] = "Oops",
	[KMSG_DUMP_EMERG] = "Emergency",
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
	[KMSG_DUMP_SHUTDOWN] = "Shutdown",
#else
	[KMSG_DUMP_RESTART] = "Restart",
	[KMSG_DUMP_HALT] = "Halt",
	[KMSG_DUMP_POWEROFF] = "Poweroff",
#endif
};

/* An NMI must not wait; in a panic, the buffer's owner is probably stopped. */
static bool pstore_cannot_wait(enum kmsg_dump_reason reason)
{
	return in_nmi() || reason == KMSG_DUMP_PANIC || reason == KMSG_DUMP_EMERG;
}

static const char *pstore_path(enum kmsg_dump_reason reason)
{
	return in_nmi() ? "NMI" : reason_names[reason];
}

/*
 * The single buffer in which records are made has a lock. The value returned on taking it is passed
 * on release; it is negative if the buffer is not available.
 */
#define PSTORE_BUSY -1

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0) || LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0) || BACKPORT(pstore_spinlock)
/* A spinlock, with interrupts off. */
inline long pstore_take_buffer(enum kmsg_dump_reason reason)
{
	unsigned long irq_state;

	if (!pstore_cannot_wait(reason)) {
		spin_lock_irqsave(&psinfo->buf_lock, irq_state);
	} else if (!spin_trylock_irqsave(&psinfo->buf_lock, irq_state)) {
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
		pr_err("pstore: pstore dump routine blocked in %s path, may corrupt error record\n",
		       pstore_path(reason));
#else
		pr_err("pstore: dump skipped in %s path because of concurrent dump\n",
		       pstore_path(reason));
#endif
		return PSTORE_BUSY;
	}
	return irq_state;
}

inline void pstore_give_buffer(long irq_state)
{
	spin_unlock_irqrestore(&psinfo->buf_lock, irq_state);
}
#else
/* A semaphore: an oops may sleep. */
inline long pstore_take_buffer(enum kmsg_dump_reason reason)
{
	bool free = down_trylock(&psinfo->buf_lock) == 0;

	if (!free && pstore_cannot_wait(reason)) {
		pr_err("pstore: dump skipped in %s path: may corrupt error record\n",
		       pstore_path(reason));
		return PSTORE_BUSY;
	}
	if (!free)
		down(&psinfo->buf_lock);
	return 0;
}

inline void pstore_give_buffer(long unused)
{
	up(&psinfo->buf_lock);
}
#endif

/* A header and the youngest lines not in earlier parts; returns bytes, 0 if no lines are left. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
inline size_t pstore_fill_record(struct pstore_record *record, struct kmsg_dump_iter *dumper)
#else
inline size_t pstore_fill_record(struct pstore_record *record, struct kmsg_dumper *dumper)
#endif
{
	size_t text = 0;

	record->size = snprintf(pstore_buf, sizeof(pstore_buf), "%s#%d Part%u\n",
				reason_names[record->reason], oopscount, record->part);
	if (!kmsg_dump_get_buffer(dumper, true, pstore_buf + record->size,
				  psinfo->bufsize - record->size, &text))
		return 0;
	record->buf = pstore_buf;
	record->size += text;
	record->count = oopscount;
	return record->size;
}

/* As many records as the limit allows. A record rejected by the backend counts too. */
static void pstore_dump(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
{
	struct pstore_record record;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
	struct kmsg_dump_iter iter;
#endif
	long lock_state = pstore_take_buffer(reason);
	size_t saved = 0, bytes;

	if (lock_state == PSTORE_BUSY)
		return;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
	kmsg_dump_rewind(&iter);
#endif
	oopscount++;
	record.reason = reason;
	for (record.part = 1; saved < kmsg_bytes; record.part++) {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
		bytes = pstore_fill_record(&record, &iter);
#else
		bytes = pstore_fill_record(&record, dumper);
#endif
		if (bytes == 0)
			break;
		psinfo->write(&record);
		saved += bytes;
	}
	pstore_give_buffer(lock_state);
}

static struct kmsg_dumper pstore_dumper = { .dump = pstore_dump };

int pstore_register(struct pstore_info *psi)
{
	if (psinfo)
		return -EBUSY;
	psinfo = psi;
	return kmsg_dump_register(&pstore_dumper);
}
