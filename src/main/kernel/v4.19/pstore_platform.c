/*
 * fs/pstore/platform.c of v4.19: the buffer has a spinlock (CONFIG_PSTORE_SPINLOCK). An oops waits
 * for it; an NMI or a panic does not.
 */
static void pstore_dump(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
{
	const char *why = get_reason_str(reason);
	struct pstore_record record;
	unsigned long flags, total = 0;
	unsigned int part = 1;
	size_t header_size, dump_size;

	if (pstore_cannot_wait(reason)) {
		if (!spin_trylock_irqsave(&psinfo->buf_lock, flags)) {
			pr_err("pstore: pstore dump routine blocked in %s path, may corrupt error"
			       " record\n", in_nmi() ? "NMI" : why);
			return;
		}
	} else {
		spin_lock_irqsave(&psinfo->buf_lock, flags);
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

		total += record.size;
		part++;
	}
	spin_unlock_irqrestore(&psinfo->buf_lock, flags);
}
