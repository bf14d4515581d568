/*
 * arch/arm64/kernel/process.c and traps.c: stacks and registers.
 *
 * The frames of entry code and of the thread's start are those of a typical kernel.
 */

const unsigned long _text = KIMAGE_VADDR + 0x80000;
const int __insn_align = 4;

/* Four instructions before the one where it happened. */
void dump_instr(void *pc)
{
	const char *bytes = (const char *)pc;

	pr_emerg("Code: %4phN %4phN %4phN %4phN (%4phN) \n", bytes - 16, bytes - 12, bytes - 8,
		 bytes - 4, bytes);
}

static void __show_regs(int level)
{
	void *pc = frame_place(level), *lr = frame_place(level ? level - 1 : 0);
	unsigned long sp = stack_address(level);
	bool irqs = irqs_were_on(level);
	int i;

	dump_stack_print_info();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
	printk("pstate: %s -PAN -UAO)\n", irqs ? "60000005 (nZCv daif" : "60000085 (nZCv daIf");
	printk("pc : %pS\n", pc);
	printk("lr : %pS\n", lr);
#else
	printk("task: %px task.stack: %px\n", task_address(), (void *)stack_end());
	printk("PC is at %pS\n", pc);
	printk("LR is at %pS\n", lr);
	printk("pc : [<%px>] lr : [<%px>] pstate: %08x\n", pc, lr, irqs ? 0x60000005U : 0x60000085U);
#endif
	printk("sp : %016lx\n", sp);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
	if (hw_has_nmi())
		printk("pmr_save: %08x\n", irqs ? 0xe0U : 0x60U);
#endif
	for (i = 29; i > 0; i -= 2)
		printk("x%-2d: %016lx x%-2d: %016lx \n", i, i == 29 ? sp : leftover(i), i - 1,
		       leftover(i - 1));
}

/* The process whose registers an oops shows: up to 5.0; in 4.14 after them. */
inline void print_process(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 1, 0)
	char comm[16];

	pr_emerg("Process %s (pid: %d, stack limit = 0x" PLAIN_OR_HASHED ")\n",
		 current_comm(comm, sizeof(comm)), current_pid(), (void *)stack_end());
#endif
}

/* A frame, and one of entry code, at this offset from _text. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
#define show_frame(place) printk(" %pS\n", place)
#define show_entry_frame(offset, name) printk(" " name "\n")
#else
#define show_frame(place) printk("[<%px>] %pS\n", place, place)
#define show_entry_frame(offset, name) printk("[<%016lx>] " name "\n", _text + (offset))
#endif

/* Between __warn() and the function that warns. */
static void show_warn_trap(void)
{
	show_entry_frame(0x3f1b4c, "report_bug+0xbc/0x100");
	show_entry_frame(0xb9d8, "bug_handler+0x28/0x98");
	show_entry_frame(0x86a8, "brk_handler+0x70/0xd0");
	show_entry_frame(0x12c4, "do_debug_exception+0x94/0x140");
	show_entry_frame(0x2ea8, "el1_dbg+0x18/0x8c");
}

/* Where the task started. An idle CPU counts as one started by another CPU. */
static void show_beginning(void)
{
	if (current_is_idle()) {
		show_entry_frame(0x11b54, "secondary_start_kernel+0x18c/0x1c8");
	} else {
		show_entry_frame(0x6f5f8, "kthread+0x120/0x128");
		show_entry_frame(0x4e50, "ret_from_fork+0x10/0x18");
	}
}

/* An exception has no marker: below its handler is entry code, then the interrupted function. */
static void show_frames(int level)
{
	int outermost = outermost_level(), warning = warn_trap_level();

	for (; level >= outermost; level--) {
		if (warning && level == warning) {
			show_warn_trap();
			continue;
		}
		show_frame(frame_place(level));
		switch (frame_entry(level)) {
		case FRAME_INTERRUPT:
		case FRAME_NMI:
			show_entry_frame(0x1c68, "gic_handle_irq+0xb8/0x190");
			show_entry_frame(0x3078, "el1_irq+0xb8/0x140");
			break;
		case FRAME_TRAP:
			show_entry_frame(0x2d20, "el1_da+0x20/0xb0");
			break;
		}
	}
	show_beginning();
}

void dump_backtrace(void)
{
	printk("Call trace:\n");
	show_frame((void *)dump_backtrace);
	show_frames(stack_top() - 1);
}

void show_stack(void)
{
	dump_backtrace();
}

/* Also shows its own callers. */
inline void show_stack_from(int level)
{
	show_stack();
}

inline void show_registers(int level)
{
	leftovers_of(level);
	__show_regs(level);
}

inline void show_call_trace(int level)
{
	printk("Call trace:\n");
	show_frames(level);
}

/* The registers in the function at this level, and the stack from it on. */
void show_regs_at(int level)
{
	show_registers(level);
	show_call_trace(level);
}

void show_regs(struct pt_regs *regs)
{
	show_regs_at(interrupted_level());
}
