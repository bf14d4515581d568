/*
 * kernel/printk/printk.c of 5.2 after 13fb0f74d702 (Stephen Brennan, February 2022, for 5.18):
 * when a console has missed messages more than ten times in a panic, only the CPU that panics may
 * print.
 */

int suppress_panic_printk;
unsigned long panic_console_dropped; /* gaps that consoles found since the panic began */

inline bool printk_is_silenced(void)
{
	if (suppress_panic_printk && atomic_read(&panic_cpu) != smp_processor_id())
		return true;
	return suppress_printk;
}

inline void console_found_gap(void)
{
	if (atomic_read(&panic_cpu) == PANIC_CPU_INVALID || ++panic_console_dropped <= 11)
		return;
	if (!suppress_panic_printk) {
		suppress_panic_printk = 1;
		pr_warn("Too many dropped messages. Suppress messages on non-panic"
			" CPUs to prevent livelock.\n");
	}
}
