/*
 * arch/arm64/kernel/traps.c and mm/fault.c: what an oops says here (its stages are in
 * oops.c), and the ways into nmi_panic().
 *
 * Left out: registers, modules, the code around the fault, fix-ups, RAS.
 */

void show_regs(struct pt_regs *regs)
{
	dump_stack_print_info(KERN_DEFAULT);
	printk("pc : %pS\n", this_cpu_read(trapped_function));
	show_trace_log_lvl(this_cpu_read(trapped_function), KERN_DEFAULT);
}

inline void print_oops(const char *str, struct pt_regs *regs, int err)
{
	pr_emerg("Internal error: %s: %x [#%d] SMP\n", str, (unsigned int)err, ++die_counter);
	show_regs(regs);
}

/* The lock stays held when this ends in panic(). */
void die(const char *str, struct pt_regs *regs, int err)
{
	unsigned long irq_state;

	raw_spin_lock_irqsave(&die_lock, irq_state);
	oops_enter();
	oops_becomes_loud();
	print_oops(str, regs, err);
	oops_into_crash_kernel(regs);
	oops_becomes_quiet();
	oops_exit();
	oops_ends_in_panic();
	raw_spin_unlock_irqrestore(&die_lock, irq_state);
}

__interrupt(PAGE_FAULT_VECTOR) void do_mem_abort(void)
{
	note_trapped_function();
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %016lx\n",
		 0UL);
	die("Oops", current_pt_regs(), 0x96000044);
}

/* The processor's division by zero gives zero; the compiler puts a BRK before it. */
__interrupt(DIVIDE_ERROR_VECTOR) void bug_handler(void)
{
	note_trapped_function();
	die("Oops - BUG", current_pt_regs(), 0);
}

/*
 * Behind every nmi_panic() for which there is no way back: it returns on the CPU that panics
 * already, whose panic ends here, unfinished.
 */
static void cpu_park_loop(void)
{
	for (;;)
		halt();
}

__interrupt(STACK_OVERFLOW_VECTOR) void handle_bad_stack(void)
{
	pr_emerg("Insufficient stack space to handle exception!");
	nmi_panic(NULL, "kernel stack overflow");
	cpu_park_loop();
}

static void arm64_serror_panic(struct pt_regs *regs, unsigned int esr)
{
	console_verbose();
	pr_crit("SError Interrupt on CPU%d, code 0x%08x -- SError\n", smp_processor_id(), esr);
	nmi_panic(regs, "Asynchronous SError Interrupt");
	cpu_park_loop();
}

/* Not maskable in practice, so it counts as an NMI. */
void do_serror(struct pt_regs *regs, unsigned int esr)
{
	nmi_enter();
	arm64_serror_panic(regs, esr);
	nmi_exit();
}

/*
 * irq-gic-v3.c: a pseudo-NMI, on machines that have them (CONFIG_ARM64_PSEUDO_NMI); the stop IPI
 * does not use it in this version. An external NMI reaches these machines as an SError.
 */
static void (*pseudo_nmi_handler)(void);

void request_percpu_nmi(void (*handler)(void))
{
	pseudo_nmi_handler = handler;
}

__interrupt(NMI_VECTOR) void gic_handle_nmi(void)
{
	if (hw_nmi_reason() >= 0) {
		do_serror(current_pt_regs(), 0xbf000000);
		return;
	}
	nmi_enter();
	if (pseudo_nmi_handler)
		pseudo_nmi_handler();
	nmi_exit();
}
