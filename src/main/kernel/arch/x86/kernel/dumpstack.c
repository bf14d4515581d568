/*
 * arch/x86/kernel/dumpstack.c, traps.c and mm/fault.c: what an oops says here. Its stages are
 * in oops.c.
 *
 * Left out: registers, modules, the code around the fault, fix-ups.
 */

static void __show_regs(struct pt_regs *regs, const char *log_lvl)
{
	printk("%sRIP: 0010:%pS\n", log_lvl, this_cpu_read(trapped_function));
}

void show_regs(struct pt_regs *regs)
{
	dump_stack_print_info(KERN_DEFAULT);
	__show_regs(regs, KERN_DEFAULT);
	show_trace_log_lvl(this_cpu_read(trapped_function), KERN_DEFAULT);
}

/* The executive summary, in case the oops has scrolled away. */
inline void oops_summary(struct pt_regs *regs)
{
	__show_regs(regs, KERN_DEFAULT);
}

inline void print_oops(const char *str, struct pt_regs *regs, long err)
{
	printk(KERN_DEFAULT "%s: %04lx [#%d] SMP\n", str, err & 0xffff, ++die_counter);
	show_regs(regs);
}

void die(const char *str, struct pt_regs *regs, long err)
{
	unsigned long irq_state = oops_begin();

	print_oops(str, regs, err);
	oops_end(irq_state, regs, SIGSEGV);
}

/* What a release says of a bad address, before the oops itself. */
inline void describe_bad_address(unsigned long error_code)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	pr_alert("BUG: kernel NULL pointer dereference, address: %016lx\n", 0UL);
	pr_alert("#PF: supervisor write access in kernel mode\n");
	pr_alert("#PF: error_code(0x%04lx) - not-present page\n", error_code);
#else
	pr_alert("BUG: unable to handle kernel NULL pointer dereference at %016lx\n", 0UL);
#endif
}

/* mm/fault.c: a fault that the kernel has no excuse for. */
static void no_context(struct pt_regs *regs, unsigned long error_code)
{
	unsigned long irq_state = oops_begin();

	describe_bad_address(error_code);
	print_oops("Oops", regs, error_code);
	printk(KERN_DEFAULT "CR2: %016lx\n", 0UL);
	oops_end(irq_state, regs, SIGSEGV);
}

__interrupt(PAGE_FAULT_VECTOR) void do_page_fault(void)
{
	note_trapped_function();
	no_context(current_pt_regs(), 2);
}

__interrupt(DIVIDE_ERROR_VECTOR) void do_divide_error(void)
{
	note_trapped_function();
	die("divide error", current_pt_regs(), 0);
}

__interrupt(DOUBLE_FAULT_VECTOR) void do_double_fault(void)
{
	note_trapped_function();
	die("kernel stack overflow (double-fault)", current_pt_regs(), 0);
}
