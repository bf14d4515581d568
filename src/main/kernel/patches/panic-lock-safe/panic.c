/*
 * kernel/panic.c after "printk/panic: Access the main printk log in panic() only when safe" (Petr
 * Mladek, 2019-07-16, patch 1/2): the log is left alone when its lock cannot be broken open. That
 * is found out once, after the notifiers.
 */
inline bool panic_reaches_log(void)
{
	return printk_bust_lock_safe() == 0;
}
