/*
 * kernel/printk/printk.c of 5.2 with "kernel/printk: prevent deadlock at calling kmsg_dump from NMI
 * context" (Konstantin Khlebnikov, 2019-07-12, in the form that the thread agreed on: a panic may
 * dump all the same). Not merged.
 */

/* This CPU may be inside logbuf_lock; only panic() has made sure of that lock. */
inline bool kmsg_dump_wanted(enum kmsg_dump_reason reason)
{
	bool in_the_way = reason != KMSG_DUMP_PANIC && in_nmi();

	if (WARN_ON_ONCE(in_the_way))
		return false;
	return always_kmsg_dump || reason <= KMSG_DUMP_OOPS;
}
