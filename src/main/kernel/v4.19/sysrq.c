/*
 * drivers/tty/sysrq.c of v4.19: a crash is a write to nowhere, so it goes through an oops.
 */

static void sysrq_handle_crash(int key)
{
	char *killer = NULL;

	rcu_read_unlock();
	panic_on_oops = 1;
	smp_wmb();
	*killer = 1;
}

/* The rest is as in v5.0. */
inline void sysrq_says(const char *what)
{
	pr_info("sysrq: SysRq : %s\n", what);
}

inline int sysrq_lifts_silence(void)
{
	return 0;
}

inline void sysrq_restores_silence(int before)
{
}
