/*
 * drivers/tty/sysrq.c of v5.0: another header line, and nothing to do with suppress_printk.
 */
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
