/*
 * arch/riscv/kernel/traps.c: what an oops prints here; its stages are in oops.c. The sources of
 * facts for this kernel do not cover it: the order is arm64's, but die_lock is released before
 * panic().
 */

const unsigned long _text = 0xffffffe000000000UL;
const int __insn_align = 2;

static void walk_stackframe(int level)
{
	printk("Call Trace:\n");
	for (; level >= 0; level--)
		printk("[<%px>] %pS\n", frame_place(level), frame_place(level));
}

inline void show_stack_from(int level)
{
	walk_stackframe(level);
}

static const char *const general_registers[] = {
	" gp : %016lx tp : %016lx t0 : %016lx\n",
	" t1 : %016lx t2 : %016lx s0 : %016lx\n",
	" s1 : %016lx a0 : %016lx a1 : %016lx\n",
	" a2 : %016lx a3 : %016lx a4 : %016lx\n",
	" a5 : %016lx a6 : %016lx a7 : %016lx\n",
	" s2 : %016lx s3 : %016lx s4 : %016lx\n",
	" s5 : %016lx s6 : %016lx s7 : %016lx\n",
	" s8 : %016lx s9 : %016lx s10: %016lx\n",
	" s11: %016lx t3 : %016lx t4 : %016lx\n",
};

void show_regs(struct pt_regs *regs)
{
	int level = interrupted_level(), i;

	leftovers_of(interrupted_level());
	dump_stack_print_info();
	printk("sepc: %px ra : %px sp : %016lx\n", frame_place(level),
	       frame_place(level ? level - 1 : 0), stack_address(level));
	for (i = 0; i < 27; i += 3)
		printk(general_registers[i / 3], leftover(i), leftover(i + 1), leftover(i + 2));
	printk(" t5 : %016lx t6 : %016lx\n", leftover(27), leftover(28));
	printk("sstatus: %016lx sbadaddr: %016lx scause: %016lx\n",
	       irqs_were_on(level) ? 0x120UL : 0x100UL, 0UL, 0xfUL);
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
	do_exit(SIGSEGV);
}

__interrupt(PAGE_FAULT_VECTOR) void do_page_fault(void)
{
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %016lx\n",
		 0UL);
	die(current_pt_regs(), "Oops");
}

__interrupt(DIVIDE_ERROR_VECTOR) void do_trap_break(void)
{
	die(current_pt_regs(), "Kernel BUG");
}

__interrupt(STACK_OVERFLOW_VECTOR) void do_bad_stack(void)
{
	panic("kernel stack overflow");
}
