/*
 * arch/x86/kernel/dumpstack.c, traps.c and mm/fault.c of v5.2: an oops.
 *
 * Left out: registers, modules, the code around the fault, fix-ups.
 */

static raw_spinlock_t die_lock;
static int die_owner = -1;
static unsigned int die_nest_count;
static int die_counter;

/* Only one CPU prints an oops; the same one may oops in it. */
unsigned long oops_begin(void)
{
	int cpu = smp_processor_id();
	unsigned long flags;

	oops_enter();

	raw_local_irq_save(flags);
	if (!raw_spin_trylock(&die_lock)) {
		if (cpu != die_owner)
			raw_spin_lock(&die_lock);
	}
	die_nest_count++;
	die_owner = cpu;
	if (atomic_read(&panic_cpu) == PANIC_CPU_INVALID)
		lw_panic_begins();
	console_verbose();
	bust_spinlocks(1);
	return flags;
}

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

/* May not come back: into the crash kernel, or into panic(). */
void oops_end(unsigned long flags, struct pt_regs *regs, int signr)
{
	if (regs && kexec_should_crash(current))
		crash_kexec(regs);

	bust_spinlocks(0);
	die_owner = -1;
	add_taint(TAINT_DIE);
	die_nest_count--;
	if (!die_nest_count)
		raw_spin_unlock(&die_lock);
	raw_local_irq_restore(flags);
	oops_exit();

	/* The executive summary, in case the oops has scrolled away. */
	__show_regs(regs, KERN_DEFAULT);

	if (!signr)
		return;
	if (in_interrupt())
		panic("Fatal exception in interrupt");
	if (panic_on_oops)
		panic("Fatal exception");
	/* The trap handler returns, and the task with it. */
}

int __die(const char *str, struct pt_regs *regs, long err)
{
	printk(KERN_DEFAULT "%s: %04lx [#%d] SMP\n", str, err & 0xffff, ++die_counter);
	show_regs(regs);
	return 0;
}

void die(const char *str, struct pt_regs *regs, long err)
{
	unsigned long flags = oops_begin();
	int sig = SIGSEGV;

	if (__die(str, regs, err))
		sig = 0;
	oops_end(flags, regs, sig);
}

/* mm/fault.c: a fault that the kernel has no excuse for. */
static void no_context(struct pt_regs *regs, unsigned long error_code)
{
	unsigned long flags = oops_begin();
	int sig = SIGSEGV;

	pr_alert("BUG: kernel NULL pointer dereference, address: %016lx\n", 0UL);
	pr_alert("#PF: supervisor write access in kernel mode\n");
	pr_alert("#PF: error_code(0x%04lx) - not-present page\n", error_code);
	if (__die("Oops", regs, error_code))
		sig = 0;
	printk(KERN_DEFAULT "CR2: %016lx\n", 0UL);
	oops_end(flags, regs, sig);
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
