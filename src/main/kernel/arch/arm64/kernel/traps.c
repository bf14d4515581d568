/*
 * arch/arm64/kernel/traps.c and mm/fault.c: what an oops prints here (its stages are in oops.c),
 * and the callers of nmi_panic().
 *
 * Left out: die notifiers, fix-ups, RAS.
 */

#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
/* The level of an SError raised by a workload, which is a call and not a hardware frame. */
static DEFINE_PER_CPU(int, serror_level);

static inline int oops_level(void)
{
	int serror = this_cpu_read(serror_level);

	return serror ? serror - 1 : interrupted_level();
}
#endif

inline void print_oops(const char *str, struct pt_regs *regs, int err)
{
	pr_emerg("Internal error: %s: %x [#%d] SMP\n", str, (unsigned int)err, ++die_counter);
	print_modules();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	print_process();
	show_regs(regs);
	dump_instr(frame_place(interrupted_level()));
#else
	show_registers(oops_level());
	print_process();
	show_call_trace(oops_level());
	dump_instr(frame_place(oops_level()));
#endif
}

/* The lock stays held if this ends in panic(). */
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
	do_exit(SIGSEGV);
}

/* Value of the syndrome register: a write without a page table. */
#define ESR_WRITE_FAULT 0x96000044U

static void describe_page_tables(void)
{
	unsigned long table = leftover_bits(40) >> 36 & 0x3ffff000;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	pr_alert("user pgtable: 4k pages, 48-bit VAs, pgdp=%016lx\n", 0x40000000UL + table);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	pr_alert("user pgtable: 4k pages, 48-bit VAs, pgdp = %p\n", (void *)(DATA_AREA + table));
#else
	pr_alert("user pgtable: 4k pages, 48-bit VAs, pgd = %px\n", (void *)(DATA_AREA + table));
	pr_alert("[%016lx] *pgd=0000000000000000\n", 0UL);
	return;
#endif
	pr_alert("[%016lx] pgd=0000000000000000\n", 0UL);
}

static void describe_abort(unsigned int esr)
{
	leftovers_of(interrupted_level());
	pr_alert("Mem abort info:\n");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	pr_alert("  ESR = 0x%08x\n", esr);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
	pr_alert("  EC = 0x%02x: DABT (current EL), IL = 32 bits\n", esr >> 26);
#else
	pr_alert("  Exception class = DABT (current EL), IL = 32 bits\n");
#endif
	pr_alert("  SET = 0, FnV = 0\n");
	pr_alert("  EA = 0, S1PTW = 0\n");
	pr_alert("Data abort info:\n");
	pr_alert("  ISV = 0, ISS = 0x%08x\n", esr & 0x1ffffff);
	pr_alert("  CM = 0, WnR = 1\n");
	describe_page_tables();
}

__interrupt(PAGE_FAULT_VECTOR) void do_mem_abort(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %016lx\n",
		 0UL);
#else
	pr_alert("Unable to handle kernel NULL pointer dereference at virtual address %08lx\n",
		 0UL);
#endif
	describe_abort(ESR_WRITE_FAULT);
	die("Oops", current_pt_regs(), ESR_WRITE_FAULT);
}

/* The processor's division by zero gives zero; the compiler emits a BRK before it. */
__interrupt(DIVIDE_ERROR_VECTOR) void bug_handler(void)
{
	die("Oops - BUG", current_pt_regs(), 0);
}

/*
 * After an nmi_panic() that must not return: it does return on a CPU that is already panicking,
 * whose panic ends here, unfinished.
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

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
#define SERROR_TEXT "SError Interrupt"
#else
#define SERROR_TEXT "Bad mode in Error handler detected"
#endif

/* From now on every message is shown. */
static inline void report_serror(unsigned int esr)
{
	console_verbose();
	pr_crit(SERROR_TEXT " on CPU%d, code 0x%08x -- SError\n", smp_processor_id(), esr);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
static void arm64_serror_panic(struct pt_regs *regs, unsigned int esr)
{
	report_serror(esr);
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
#else
/*
 * An unexpected exception: just an oops in the context in which it arrived. The panic("bad mode")
 * after it is for die notifiers, which are left out: die() ends the task.
 */
void bad_mode(struct pt_regs *regs, unsigned int esr)
{
	this_cpu_write(serror_level, entered_by_hardware(stack_top() - 1) ? 0 : stack_top());
	report_serror(esr);
	die("Oops - bad mode", regs, 0);
	this_cpu_write(serror_level, 0);
}
#endif

/* entry.S: an SError in the kernel itself. */
inline void el1_error(struct pt_regs *regs, unsigned int esr)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	do_serror(regs, esr);
#else
	bad_mode(regs, esr);
#endif
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
/*
 * irq-gic-v3.c: a pseudo-NMI, on machines that have them (CONFIG_ARM64_PSEUDO_NMI); in this version
 * the stop IPI does not use it.
 */
static void (*pseudo_nmi_handler)(void);

void request_percpu_nmi(void (*handler)(void))
{
	pseudo_nmi_handler = handler;
}

static inline void handle_pseudo_nmi(void)
{
	nmi_enter();
	if (pseudo_nmi_handler)
		pseudo_nmi_handler();
	nmi_exit();
}
#endif

/* An external NMI reaches these machines as an SError. */
__interrupt(NMI_VECTOR) void gic_handle_nmi(void)
{
	if (hw_nmi_reason() >= 0) {
		el1_error(current_pt_regs(), 0xbf000000);
		return;
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
	handle_pseudo_nmi();
#endif
}
