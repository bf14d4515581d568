/*
 * lib/bug.c of v5.2: what BUG() prints. The kernel finds the place by the address of the trap; here
 * it is passed along.
 */

DEFINE_PER_CPU(const char *, bug_file);
DEFINE_PER_CPU(int, bug_line);

/* Nothing is reported for a trap without a BUG(). */
static void report_bug(void)
{
	if (this_cpu_read(bug_file) == NULL)
		return;
	printk(KERN_DEFAULT "------------[ cut here ]------------\n");
	pr_crit("kernel BUG at %s:%d!\n", this_cpu_read(bug_file), this_cpu_read(bug_line));
	this_cpu_write(bug_file, NULL);
}

#ifdef CONFIG_X86
#define BUG_TRAP do_invalid_op
#define BUG_OOPS "invalid opcode"
#elif defined(CONFIG_RISCV)
#define BUG_TRAP do_trap_insn_bug
#define BUG_OOPS "Kernel BUG"
#else
#define BUG_TRAP brk_handler
#define BUG_OOPS "Oops - BUG"
#endif

__interrupt(BUG_VECTOR) void BUG_TRAP(void)
{
	report_bug();
#ifdef CONFIG_RISCV
	die(current_pt_regs(), BUG_OOPS);
#else
	die(BUG_OOPS, current_pt_regs(), 0);
#endif
}
