/*
 * kernel/printk/printk.c of v4.19. Nothing silences printk(); it looks for the consoles even when
 * it stored nothing; a new console hears the log alone until the log's end. The rest is as in v5.2.
 */
inline bool printk_is_silenced(void)
{
	return false;
}

inline bool printk_has_news(u64 old_end)
{
	return true;
}

inline void exclusive_console_heard(u64 seq)
{
}

inline void exclusive_console_heard_all(void)
{
	if (exclusive_console)
		exclusive_console = NULL;
}
