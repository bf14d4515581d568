/*
 * kernel/panic.c of v4.19. The text of a panic keeps its newline; consoles that are woken up find
 * that the oops is over; there is no panic_print, no reboot mode for a panic, and nothing silences
 * the other CPUs at the end. The rest is as in v5.2.
 */
inline void panic_trims_text(int len)
{
}

/* So console drivers wait for their locks in the last flush. */
inline void panic_wakes_consoles(void)
{
	bust_spinlocks(0);
}

inline void panic_print_sys_info(void)
{
}

inline void panic_sets_reboot_mode(void)
{
}

inline void panic_silences_printk(void)
{
}
