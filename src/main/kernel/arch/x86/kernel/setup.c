/*
 * arch/x86/kernel/setup.c: the notifier that always prints in a panic.
 */

bool kaslr_enabled;
unsigned long kaslr_offset; /* 0: chosen when it is shown */

/* A multiple of 2 MiB, as the boot code would have chosen it. */
static unsigned long draw_kaslr_offset(void)
{
	if (!kaslr_offset)
		kaslr_offset = (1 + hw_leftover() % 0x1ff) * 0x200000UL;
	return kaslr_offset;
}

PANIC_NOTIFIER_AT(dump_kernel_offset, 0, PN_INFO, core_initcall)
{
	if (kaslr_enabled)
		pr_emerg("Kernel Offset: 0x%lx from 0x%lx (relocation range: 0x%lx-0x%lx)\n",
			 draw_kaslr_offset(), 0xffffffff81000000UL, 0xffffffff80000000UL,
			 0xffffffffbfffffffUL);
	else
		pr_emerg("Kernel Offset: disabled\n");
	return 0;
}
