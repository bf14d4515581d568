/*
 * kernel/panic.c of 5.2 with the same patch: the mode is entered after the stop, before the first
 * notifier prints.
 */
inline void panic_has_stopped_others(void)
{
	printk_enter_panic_mode(smp_processor_id());
}
