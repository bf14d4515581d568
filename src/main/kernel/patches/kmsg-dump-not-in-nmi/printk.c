/*
 * kernel/printk/printk.c of 5.2 with "kernel/printk: prevent deadlock at calling kmsg_dump from NMI
 * context" (Konstantin Khlebnikov, 2019-07-12, in the form that the thread agreed on: a panic may
 * dump all the same). Not merged.
 */

static bool warned_kmsg_dump;

/* Lets every dumper save the log. Without a dumper no lock is taken at all. */
void kmsg_dump(enum kmsg_dump_reason reason)
{
	struct kmsg_dumper *dumper;
	unsigned long flags;

	/* This CPU may be inside logbuf_lock; only panic() has made sure of that lock. */
	if (WARN_ON_ONCE(warned_kmsg_dump, reason != KMSG_DUMP_PANIC && in_nmi()))
		return;

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
