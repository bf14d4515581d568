/*
 * arch/x86/kernel/dumpstack.c, process_64.c, traps.c and mm/fault.c: stacks and registers, and what
 * an oops prints. Its stages are in oops.c.
 *
 * Left out: die notifiers, fix-ups, PKRU and debug registers. The frames of entry code and of the
 * thread's start are those of a typical kernel.
 */

const unsigned long _text = 0xffffffff81000000UL;
const int __insn_align = 1;

/* 42 bytes before the instruction and 21 after it. */
static void show_opcodes(void *ip)
{
	const char *bytes = (const char *)ip;

	printk("Code: %42ph <%1ph> %21ph\n", bytes - 42, bytes, bytes + 1);
}

static void show_ip(void *ip)
{
	printk("RIP: 0010:%pS\n", ip);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	show_opcodes(ip);
#endif
}

static const char *const general_registers[] = {
	"RAX: %016lx RBX: %016lx RCX: %016lx\n",
	"RDX: %016lx RSI: %016lx RDI: %016lx\n",
	"RBP: %016lx R08: %016lx R09: %016lx\n",
	"R10: %016lx R11: %016lx R12: %016lx\n",
	"R13: %016lx R14: %016lx R15: %016lx\n",
};

/* The registers of a function that was interrupted; an IRQ leaves its vector's complement. */
static void show_regs_short(int level)
{
	unsigned long flags = irqs_were_on(level) ? 0x246 : 0x46;
	int above = frame_entry(level + 1), i;
	bool irq = above == FRAME_INTERRUPT;

	if (!irq && above != FRAME_NMI)
		flags |= 0x10000; /* RF: an instruction trapped */
	show_ip(frame_place(level));
	printk("RSP: 0018:%016lx EFLAGS: %08lx%s\n", stack_address(level), flags,
	       irq ? " ORIG_RAX: ffffffffffffff13" : "");
	for (i = 0; i < 15; i += 3)
		printk(general_registers[i / 3], leftover(i), leftover(i + 1), leftover(i + 2));
}

void __show_regs(int level)
{
	unsigned long per_cpu_area = DATA_AREA + 0x3ea00000UL + raw_smp_processor_id() * 0x80000UL;

	show_regs_short(level);
	printk("FS:  %016lx(0000) GS:%016lx(0000) knlGS:%016lx\n", 0UL, per_cpu_area, 0UL);
	printk("CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033\n");
	printk("CR2: %016lx CR3: %016lx CR4: %016lx\n", 0UL,
	       0x100000UL + (leftover_bits(15) >> 36 & 0x3efff000), 0x6f0UL);
}

/* The stack that the function runs on, unless it is the task's. */
static const char *stack_name(int level)
{
	for (; level >= 0; level--) {
		if (frame_entry(level) == FRAME_INTERRUPT)
			return "IRQ";
		if (frame_entry(level) == FRAME_NMI)
			return "NMI";
	}
	return NULL;
}

static void enter_stack(int level, const char *log_lvl)
{
	const char *name = stack_name(level);

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	printk("%s <%s>\n", log_lvl, name ? name : "TASK");
#else
	if (name)
		printk("%s <%s>\n", log_lvl, name);
#endif
}

/* Below the handler of an interrupt, NMI or trap: entry code, and the interrupted function. */
static void show_interrupted(int handler, const char *log_lvl)
{
	leftovers_of(handler - 1);
	switch (frame_entry(handler)) {
	case FRAME_INTERRUPT:
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
		printk("%s </IRQ>\n", log_lvl);
		enter_stack(handler - 1, log_lvl);
		printk("%s asm_sysvec_apic_timer_interrupt+0x16/0x20\n", log_lvl);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
		printk("%s </IRQ>\n", log_lvl);
		printk("%s asm_sysvec_apic_timer_interrupt+0x12/0x20\n", log_lvl);
#else
		printk("%s apic_timer_interrupt+0xf/0x20\n", log_lvl);
		printk("%s </IRQ>\n", log_lvl);
#endif
		show_regs_short(handler - 1);
		break;
	case FRAME_NMI:
		printk("%s end_repeat_nmi+0x16/0x50\n", log_lvl);
		show_regs_short(handler - 1);
		printk("%s </NMI>\n", log_lvl);
		enter_stack(handler - 1, log_lvl);
		break;
	default:
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
		printk("%s asm_exc_page_fault+0x1e/0x30\n", log_lvl);
#else
		printk("%s page_fault+0x1e/0x30\n", log_lvl);
#endif
		show_regs_short(handler - 1);
		break;
	}
}

/* Between __warn() and the function that warns. */
static const char *const warn_trap_frames[] = {
	"report_bug+0x9e/0xc0",
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
	"handle_bug+0x35/0x80",
	"exc_invalid_op+0x14/0x70",
	"asm_exc_invalid_op+0x12/0x20",
#else
	"fixup_bug+0x3c/0x50",
	"do_error_trap+0x7e/0xb0",
	"do_invalid_op+0x36/0x40",
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	"invalid_op+0x14/0x20",
#else
	"invalid_op+0x1e/0x30",
#endif
#endif
};

static void show_warn_trap(int handler, const char *log_lvl)
{
	int i;

	for (i = 0; i < (int)(sizeof(warn_trap_frames) / sizeof(warn_trap_frames[0])); i++)
		printk("%s %s\n", log_lvl, warn_trap_frames[i]);
	leftovers_of(handler - 1);
	show_regs_short(handler - 1);
}

/* Where the task started. An idle CPU counts as one started by another CPU. */
static void show_beginning(const char *log_lvl)
{
	if (current_is_idle()) {
		printk("%s start_secondary+0x1a4/0x1f0\n", log_lvl);
		printk("%s secondary_startup_64+0xa4/0xb0\n", log_lvl);
	} else {
		printk("%s kthread+0x112/0x130\n", log_lvl);
		printk("%s ret_from_fork+0x35/0x40\n", log_lvl);
	}
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 16, 0)
	printk("%s </TASK>\n", log_lvl);
#endif
}

/* Where the stack of this level begins; after its first word, the function itself is not shown. */
#define trace_from(level) ((void *)stack_address(level))
#define trace_behind(level) ((void *)(stack_address(level) + sizeof(long)))

/* From this address of this CPU's stack on. Patches of the dump replace it as a whole. */
void show_trace_log_lvl(void *from, const char *log_lvl)
{
	int level = level_at((unsigned long)from), outermost = outermost_level();
	int warning = warn_trap_level();
	bool registers_shown = (unsigned long)from != stack_address(level);

	printk("%sCall Trace:\n", log_lvl);
	enter_stack(level, log_lvl);
	for (; level >= outermost; level--) {
		if (warning && level == warning) {
			show_warn_trap(level, log_lvl);
			registers_shown = true;
			continue;
		}
		if (!registers_shown)
			printk("%s %pB\n", log_lvl, frame_place(level));
		registers_shown = entered_by_hardware(level);
		if (registers_shown)
			show_interrupted(level, log_lvl);
	}
	show_beginning(log_lvl);
}

void show_stack_from(int level)
{
	show_trace_log_lvl(trace_from(level), KERN_DEFAULT);
}

/* The registers in the function at this level, and the stack below it. */
void show_regs_at(int level)
{
	dump_stack_print_info();
	leftovers_of(level);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
	printk("task: %px task.stack: %px\n", task_address(), (void *)stack_end());
#endif
	__show_regs(level);
	show_trace_log_lvl(trace_behind(level), KERN_DEFAULT);
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 18, 0)
	show_opcodes(frame_place(level));
#endif
}

void show_regs(struct pt_regs *regs)
{
	show_regs_at(interrupted_level());
}

/* A summary, in case the oops has scrolled off the screen. */
inline void oops_summary(struct pt_regs *regs)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	__show_regs(interrupted_level());
#endif
}

inline void print_oops(const char *str, struct pt_regs *regs, long err)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	printk("%s: %04lx [#%d] SMP PTI\n", str, err & 0xffff, ++die_counter);
#else
	printk("%s: %04lx [#%d] SMP\n", str, err & 0xffff, ++die_counter);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	show_regs(regs);
	print_modules();
#else
	print_modules();
	show_regs(regs);
	printk("RIP: %pS RSP: %016lx\n", frame_place(interrupted_level()),
	       stack_address(interrupted_level()));
#endif
}

void die(const char *str, struct pt_regs *regs, long err)
{
	unsigned long irq_state = oops_begin();

	print_oops(str, regs, err);
	oops_end(irq_state, regs, SIGSEGV);
}

/* What a release prints about a bad address, before the oops itself. */
inline void describe_bad_address(unsigned long error_code)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	pr_alert("BUG: kernel NULL pointer dereference, address: %016lx\n", 0UL);
	pr_alert("#PF: supervisor write access in kernel mode\n");
	pr_alert("#PF: error_code(0x%04lx) - not-present page\n", error_code);
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	pr_alert("BUG: unable to handle kernel NULL pointer dereference at %016lx\n", 0UL);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	pr_alert("#PF error: [WRITE]\n");
#endif
#else
	pr_alert("BUG: unable to handle kernel NULL pointer dereference at %16s\n", "(null)");
	pr_alert("IP: %pS\n", frame_place(interrupted_level()));
#endif
}

/* mm/fault.c: a kernel fault that nothing can fix. */
static void no_context(struct pt_regs *regs, unsigned long error_code)
{
	unsigned long irq_state = oops_begin();

	describe_bad_address(error_code);
	pr_info("PGD 0 P4D 0 \n");
	print_oops("Oops", regs, error_code);
	printk("CR2: %016lx\n", 0UL);
	oops_end(irq_state, regs, SIGSEGV);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(PAGE_FAULT_VECTOR) void exc_page_fault(void)
#else
__interrupt(PAGE_FAULT_VECTOR) void do_page_fault(void)
#endif
{
	no_context(current_pt_regs(), 2);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(DIVIDE_ERROR_VECTOR) void exc_divide_error(void)
#else
__interrupt(DIVIDE_ERROR_VECTOR) void do_divide_error(void)
#endif
{
	die("divide error", current_pt_regs(), 0);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(DOUBLE_FAULT_VECTOR) void exc_double_fault(void)
#else
__interrupt(DOUBLE_FAULT_VECTOR) void do_double_fault(void)
#endif
{
	die("kernel stack overflow (double-fault)", current_pt_regs(), 0);
}
