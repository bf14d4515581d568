/*
 * drivers/s390/char/con3215.c, con3270.c, sclp_con.c, sclp_vt220.c: buffered consoles send what
 * they have, unless a stopped CPU was doing so.
 */
#ifdef CONFIG_S390_PANIC_NOTIFIERS

#define S390_CONSOLE(callback, lock) \
	DEFINE_SPINLOCK(lock); \
	PANIC_NOTIFIER_IN(callback, INT_MIN + 1, PN_REST, spin_lock(&lock)) \
	{ \
		if (spin_trylock(&lock)) { \
			udelay(s390_console_flush_us); \
			spin_unlock(&lock); \
		} \
		return NOTIFY_DONE; \
	}

unsigned int s390_console_flush_us = 500;

S390_CONSOLE(con3215_notify, raw3215_lock)
S390_CONSOLE(con3270_notify, con3270_lock)
S390_CONSOLE(sclp_console_notify, sclp_con_lock)
S390_CONSOLE(sclp_vt220_notify, sclp_vt220_lock)

#endif
