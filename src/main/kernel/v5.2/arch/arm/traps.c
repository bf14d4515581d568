/*
 * arch/arm/kernel/traps.c of v5.2: an oops.
 *
 * Left out: registers, modules, the code around the fault, fix-ups.
 */

static raw_spinlock_t die_lock;
static int die_owner = -1;
static unsigned int die_nest_count;
static int die_counter;

static unsigned long oops_begin(void)
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

static void oops_end(unsigned long flags, struct pt_regs *regs, int signr)
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

	if (in_interrupt())
		panic("Fatal exception in interrupt");
	if (panic_on_oops)
		panic("Fatal exception");
	/* The trap handler returns, and the task with it. */
}

void show_regs(struct pt_regs *regs)
{
	dump_stack_print_info(KERN_DEFAULT);
	printk("PC is at %pS\n", this_cpu_read(trapped_function));
	show_trace_log_lvl(this_cpu_read(trapped_function), KERN_DEFAULT);
}

static int __die(const char *str, int err, struct pt_regs *regs)
{
	pr_emerg("Internal error: %s: %x [#%d] SMP ARM\n", str, (unsigned int)err, ++die_counter);
	show_regs(regs);
	return 0;
}

void die(const char *str, struct pt_regs *regs, int err)
{
	unsigned long flags = oops_begin();
	int sig = SIGSEGV;

	if (__die(str, err, regs))
		sig = 0;
	oops_end(flags, regs, sig);
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
