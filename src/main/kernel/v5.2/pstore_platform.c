/*
 * fs/pstore/platform.c of v5.2: the log as records of a backend.
 *
 * Left out: compression (records are text here), the file system, the console and ftrace front
 * ends.
 */

/* Bytes of log to save, over all records. */
unsigned long kmsg_bytes = CONFIG_PSTORE_DEFAULT_KMSG_BYTES;

struct pstore_info *psinfo;
int oopscount;
char pstore_buf[16384]; /* psinfo->buf */

static const char *get_reason_str(enum kmsg_dump_reason reason)
{
	switch (reason) {
	case KMSG_DUMP_PANIC:
		return "Panic";
	case KMSG_DUMP_OOPS:
		return "Oops";
	case KMSG_DUMP_EMERG:
		return "Emergency";
	case KMSG_DUMP_RESTART:
		return "Restart";
	case KMSG_DUMP_HALT:
		return "Halt";
	case KMSG_DUMP_POWEROFF:
		return "Poweroff";
	default:
		return "Unknown";
	}
}

/* In an NMI nothing may be waited for; in a panic, whoever has the buffer is probably stopped. */
static bool pstore_cannot_wait(enum kmsg_dump_reason reason)
{
	return in_nmi() || reason == KMSG_DUMP_PANIC || reason == KMSG_DUMP_EMERG;
}

#ifndef CONFIG_PSTORE_SPINLOCK /* before v5.0: see v4.19 */
static void pstore_dump(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
{
	const char *why = get_reason_str(reason);
	struct pstore_record record;
	unsigned long total = 0;
	unsigned int part = 1;
	size_t header_size, dump_size;

	if (down_trylock(&psinfo->buf_lock)) {
		if (pstore_cannot_wait(reason)) {
			pr_err("pstore: dump skipped in %s path: may corrupt error record\n",
			       in_nmi() ? "NMI" : why);
			return;
		}
		/* An oops has the time. */
		down(&psinfo->buf_lock);
	}

	oopscount++;
	while (total < kmsg_bytes) {
		header_size = snprintf(pstore_buf, sizeof(pstore_buf), "%s#%d Part%u\n", why,
				       oopscount, part);
		if (!kmsg_dump_get_buffer(dumper, true, pstore_buf + header_size,
					  psinfo->bufsize - header_size, &dump_size))
			break;

		record.buf = pstore_buf;
		record.size = header_size + dump_size;
		record.part = part;
		record.count = oopscount;
		record.reason = reason;
		psinfo->write(&record);

		/* A record that the backend refused counts too. */
		total += record.size;
		part++;
	}
	up(&psinfo->buf_lock);
}
#endif

static struct kmsg_dumper pstore_dumper = { .dump = pstore_dump };

int pstore_register(struct pstore_info *psi)
{
	if (psinfo)
		return -EBUSY;
	psinfo = psi;
	return kmsg_dump_register(&pstore_dumper);
}
