/*
 * The crash kernel, from the jump on. It is a second kernel: it starts on the crashed CPU, in
 * memory that the first one did not use, and finds the rest of the machine as the first one left
 * it. No function of the first kernel is called here, and of its variables only those are read that
 * a vmcore needs.
 *
 * Left out: everything that neither depends on the first kernel nor can break the dump: its own
 * memory, scheduler, user space except the script that saves the dump.
 * Simplified: it polls, so that it needs no interrupt handlers; nothing here is loaded from memory
 * that could be corrupted.
 */

#ifdef CONFIG_CRASH_DUMP

/* From the jump to the first driver. A real one takes seconds. */
unsigned int crash_boot_ms = 100;

/* Prints to its console. */
void crash_say(const char *fmt, ...)
{
	char line[256];

	with_arguments(fmt, vscnprintf(line, sizeof(line), fmt, args));
	lw_crash_said(line);
}

/* Runs first, without an interrupt table: an NMI now cannot be handled. */
void crash_purgatory(void)
{
	mdelay(crash_boot_ms);
	hw_load_idt();

	crash_smp_init();
	crash_irq_init();
	crash_iommu_init();
	crash_save_dump(crash_disk_probe());
	hw_reset();
}

#else

/* The loaded image is not a kernel that could save a dump. */
void crash_purgatory(void)
{
	for (;;)
		halt();
}

#endif
