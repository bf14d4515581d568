/*
 * arch/arm/kernel/traps.c: what an oops says here. Its stages are in oops.c.
 *
 * Left out: registers, modules, the code around the fault, fix-ups.
 */

void show_regs(struct pt_regs *regs)
{
	dump_stack_print_info(KERN_DEFAULT);
	printk("PC is at %pS\n", this_cpu_read(trapped_function));
	show_trace_log_lvl(this_cpu_read(trapped_function), KERN_DEFAULT);
}

/* x86 has one here. */
inline void oops_summary(struct pt_regs *regs)
{
}

void die(const char *str, struct pt_regs *regs, int err)
{
	unsigned long irq_state = oops_begin();

	pr_emerg("Internal error: %s: %x [#%d] SMP ARM\n", str, (unsigned int)err, ++die_counter);
	show_regs(regs);
	oops_end(irq_state, regs, SIGSEGV);
}

__interrupt(PAGE_FAULT_VECTOR) void do_DataAbort(void)
{
	note_trapped_function();
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %08lx\n",
		 0UL);
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

/* A FIQ, on machines where the firmware leaves it to the kernel. */
__interrupt(NMI_VECTOR) void handle_fiq_as_nmi(void)
{
	nmi_enter();
	pr_emerg("Bad mode in fiq handler detected\n");
	nmi_exit();
}
