/*
 * kernel/panic.c of v5.0. panic_print cannot replay the log, there is no reboot mode for a panic,
 * and nothing silences the other CPUs at the end. The rest is as in v5.2.
 */
inline void panic_replays_log(void)
{
}

inline void panic_sets_reboot_mode(void)
{
}

inline void panic_silences_printk(void)
{
}
