/*
 * kernel/printk/printk.c of v5.0, which nothing can silence. The rest is as in v5.2.
 */
inline bool printk_is_silenced(void)
{
	return false;
}
