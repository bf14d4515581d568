/*
 * arch/arm/kernel/traps.c: what an oops prints here. Its stages are in oops.c.
 *
 * Left out: die notifiers, fix-ups.
 */

/* x86 has a summary here. */
inline void oops_summary(struct pt_regs *regs)
{
}

inline void print_oops(const char *str, int err)
{
	int level = interrupted_level();
	char comm[16];

	pr_emerg("Internal error: %s: %x [#%d] SMP ARM\n", str, (unsigned int)err, ++die_counter);
	print_modules();
	leftovers_of(level);
	__show_regs(level);
	pr_emerg("Process %s (pid: %d, stack limit = 0x" PLAIN_OR_HASHED ")\n",
		 current_comm(comm, sizeof(comm)), current_pid(), (void *)stack_end());
	dump_stack_words(level);
	dump_backtrace(level);
	dump_instr(frame_place(level));
}

void die(const char *str, struct pt_regs *regs, int err)
{
	unsigned long irq_state = oops_begin();

	print_oops(str, err);
	oops_end(irq_state, regs, SIGSEGV);
}

__interrupt(PAGE_FAULT_VECTOR) void do_DataAbort(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
	pr_alert("8<--- cut here ---\n");
#endif
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %08lx\n",
		 0UL);
	pr_alert("pgd = " PLAIN_OR_HASHED "\n", (void *)(DATA_AREA + 0x4000));
	pr_alert("[%08lx] *pgd=00000000\n", 0UL);
	die("Oops", current_pt_regs(), 0x805);
}

__interrupt(DIVIDE_ERROR_VECTOR) void __div0(void)
{
	pr_err("Division by zero in kernel.\n");
	dump_stack();
}

__interrupt(STACK_OVERFLOW_VECTOR) void do_bad_stack(void)
{
	panic("kernel stack overflow");
}

/* A FIQ, on machines whose firmware leaves it to the kernel. */
__interrupt(NMI_VECTOR) void handle_fiq_as_nmi(void)
{
	nmi_enter();
	pr_emerg("Bad mode in fiq handler detected\n");
	nmi_exit();
}
