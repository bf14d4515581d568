/*
 * The crash kernel, from the jump on. It is a second kernel: it begins with the CPU that has
 * crashed, in memory that the first one has left alone, and finds the rest of the machine as the
 * first one has left it. No function of the first kernel is called here, and of its variables only
 * those are read that a vmcore is read by.
 *
 * Left out: everything that neither depends on the first kernel nor can break the dump: its own
 * memory, scheduler, user space but for the script that saves the dump.
 * Simplified: it polls, so that it needs no interrupt handlers; nothing here is loaded from memory
 * that could be corrupted.
 */

#ifdef CONFIG_CRASH_DUMP

/* From the jump to the first driver. A real one takes seconds. */
unsigned int crash_boot_ms = 100;

/* What it says on its console. */
void crash_say(const char *fmt, ...)
{
	char line[256];

	with_arguments(fmt, vscnprintf(line, sizeof(line), fmt, args));
	lw_crash_said(line);
}

/* The first thing that runs, without an interrupt table: an NMI that comes now cannot be handled. */
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

/* What was loaded is no kernel that could save a dump. */
void crash_purgatory(void)
{
	for (;;)
		halt();
}

#endif
