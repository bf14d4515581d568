/*
 * arch/arm64/kernel/setup.c, cpufeature.c and mm/init.c: notifiers that always print in a
 * panic.
 */

bool kaslr_enabled;
unsigned long kaslr_offset; /* 0: chosen when it is shown */

/* A multiple of 2 MiB, as the boot code would have chosen it. */
static unsigned long draw_kaslr_offset(void)
{
	if (!kaslr_offset)
		kaslr_offset = (1 + hw_leftover() % 0xfff) * 0x200000UL;
	return kaslr_offset;
}

/* Where a randomised kernel and, since 5.0, memory begins. */
static inline void print_offsets(void)
{
	pr_emerg("Kernel Offset: 0x%lx from 0x%lx\n", draw_kaslr_offset(), KIMAGE_VADDR);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	pr_emerg("PHYS_OFFSET: 0x%lx\n", 0x40000000UL);
#endif
}

PANIC_NOTIFIER_AT(dump_kernel_offset, 0, PN_INFO, core_initcall)
{
	if (!kaslr_enabled)
		pr_emerg("Kernel Offset: disabled\n");
	else
		print_offsets();
	return 0;
}

/* One bit per feature known to the release, in groups of 32. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
#define CPU_FEATURES "0x00000002,24002004"
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
#define CPU_FEATURES "0x0002,24002004"
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
#define CPU_FEATURES "0x002,24002004"
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
#define CPU_FEATURES "0x0,24002004"
#else
#define CPU_FEATURES "0x002004"
#endif

PANIC_NOTIFIER_AT(dump_cpu_hwcaps, 0, PN_INFO, core_initcall)
{
	pr_emerg("CPU features: " CPU_FEATURES "\n");
	return 0;
}

PANIC_NOTIFIER_AT(dump_mem_limit, 0, PN_INFO, core_initcall)
{
	pr_emerg("Memory Limit: none\n");
	return 0;
}
