/*
 * arch/riscv/kernel/traps.c: what an oops says here; its stages are in oops.c. The facts that
 * this kernel was written from do not cover it: the order is arm64's, but die_lock is free again before
 * panic().
 */

void show_regs(struct pt_regs *regs)
{
	dump_stack_print_info(KERN_DEFAULT);
	printk("epc: %pS\n", this_cpu_read(trapped_function));
	show_trace_log_lvl(this_cpu_read(trapped_function), KERN_DEFAULT);
}

void die(struct pt_regs *regs, const char *str)
{
	oops_enter();
	raw_spin_lock_irq(&die_lock);
	oops_becomes_loud();
	pr_emerg("%s [#%d]\n", str, ++die_counter);
	show_regs(regs);
	oops_becomes_quiet();
	raw_spin_unlock_irq(&die_lock);
	oops_exit();
	oops_ends_in_panic();
}

__interrupt(PAGE_FAULT_VECTOR) void do_page_fault(void)
{
	note_trapped_function();
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %016lx\n",
		 0UL);
	die(current_pt_regs(), "Oops");
}

__interrupt(DIVIDE_ERROR_VECTOR) void do_trap_break(void)
{
	note_trapped_function();
	die(current_pt_regs(), "Kernel BUG");
}

__interrupt(STACK_OVERFLOW_VECTOR) void do_bad_stack(void)
{
	panic("kernel stack overflow");
}
