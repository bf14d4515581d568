/*
 * arch/arm/kernel/process.c, traps.c and unwind.c: stacks and registers.
 *
 * The frames of entry code and of the thread's start are those of a typical kernel. With
 * CONFIG_FRAME_POINTER the registers saved by a function are shown below it.
 */

const unsigned long _text = 0xc0100000UL;
const int __insn_align = 4;

#define word(number) ((unsigned int)leftover(number))
#define low_half(address) ((unsigned int)(address) & 0xffff)

void dump_instr(void *pc)
{
	const char *bytes = (const char *)pc;

	pr_emerg("Code: %4phN %4phN %4phN %4phN (%4phN) \n", bytes - 16, bytes - 12, bytes - 8,
		 bytes - 4, bytes);
}

/* Eight words of the stack, from this number on; the address is a multiple of 32. */
static void dump_line(unsigned long address, int number)
{
	printk("%04x: %08x %08x %08x %08x %08x %08x %08x %08x\n", low_half(address), word(number),
	       word(number + 1), word(number + 2), word(number + 3), word(number + 4),
	       word(number + 5), word(number + 6), word(number + 7));
}

/* The frame that user mode would have left at the stack's end, had this thread had one. */
#define USER_FRAME_SIZE 0x50
#define FOUR_ZEROES "00000000 00000000 00000000 00000000"
#define SVC_MODE_AND_ZERO "00000013 00000000"

/* The whole stack from a function's frame on. The last three lines have the user's frame. */
void dump_stack_words(int level)
{
	unsigned long address = stack_address(level), end = stack_end() + STACK_SIZE;
	int number = 32;

	pr_emerg("Stack: (0x%08lx to 0x%08lx)\n", address, end);
	for (; address + 96 < end; address += 32, number += 8)
		dump_line(address, number);
	printk("%04x: %08x %08x %08x %08x " FOUR_ZEROES "\n", low_half(address), word(number),
	       word(number + 1), word(number + 2), word(number + 3));
	printk("%04x: " FOUR_ZEROES " " FOUR_ZEROES "\n", low_half(address + 32));
	printk("%04x: " FOUR_ZEROES " " SVC_MODE_AND_ZERO " 00000000 00000000\n",
	       low_half(address + 64));
}

/* The 18 words that an exception leaves on the stack: they begin and end within a line. */
static void dump_exception_stack(int level)
{
	unsigned long address = stack_address(level) - 0x50;

	leftovers_of(level);
	printk("Exception stack(0x%08lx to 0x%08lx)\n", address, address + 0x48);
	address -= 0x10;
	printk("%04x: %36s%08x %08x %08x %08x\n", low_half(address), "", word(0), word(1), word(2),
	       word(3));
	dump_line(address + 32, 4);
	printk("%04x: %08x %08x %08x %08x %s ffffffff\n", low_half(address + 64), word(12), word(13),
	       word(14), word(15), irqs_were_on(level) ? "60000013" : "60000093");
}

static void dump_user_frame(void)
{
	unsigned long address = stack_end() + STACK_SIZE - USER_FRAME_SIZE;

	printk("Exception stack(0x%08lx to 0x%08lx)\n", address, address + 0x48);
	printk("%04x: %36s" FOUR_ZEROES "\n", low_half(address - 0x10), "");
	printk("%04x: " FOUR_ZEROES " " FOUR_ZEROES "\n", low_half(address + 0x10));
	printk("%04x: " FOUR_ZEROES " " SVC_MODE_AND_ZERO "\n", low_half(address + 0x30));
}

static void dump_frame(void *where, void *from)
{
	printk("[<%px>] (%ps) from [<%px>] (%pS)\n", where, where, from, from);
#ifdef CONFIG_FRAME_POINTER
	printk(" r7:%08x r6:%08x r5:%08x r4:%08x\n", word(7), word(6), word(5), word(4));
#endif
}

/* The caller of a task's first function. An idle CPU counts as one started by another CPU. */
static void dump_beginning(void *first)
{
	if (current_is_idle()) {
		printk("[<%px>] (%ps) from [<c0110e78>] (secondary_start_kernel+0x154/0x160)\n",
		       first, first);
		printk("[<c0110e78>] (secondary_start_kernel) from [<4010280c>] (0x4010280c)\n");
		return;
	}
	printk("[<%px>] (%ps) from [<c0140b3c>] (kthread+0x14c/0x154)\n", first, first);
	printk("[<c0140b3c>] (kthread) from [<c01010e8>] (ret_from_fork+0x14/0x2c)\n");
	dump_user_frame();
}

/* From this level on: each frame with its caller's. */
void dump_backtrace(int level)
{
	int outermost = outermost_level();

#ifdef CONFIG_FRAME_POINTER
	printk("Backtrace: \n");
#endif
	for (; level > outermost; level--) {
		if (!entered_by_hardware(level)) {
			dump_frame(frame_place(level), frame_place(level - 1));
			continue;
		}
		printk("[<%px>] (%ps) from [<c0102290>] (gic_handle_irq+0x74/0x90)\n",
		       frame_place(level), frame_place(level));
		printk("[<c0102290>] (gic_handle_irq) from [<c0101a8c>] (__irq_svc+0x6c/0x90)\n");
		dump_exception_stack(level - 1);
		printk("[<c0101a8c>] (__irq_svc) from [<%px>] (%pS)\n", frame_place(level - 1),
		       frame_place(level - 1));
	}
	dump_beginning(frame_place(outermost));
}

void unwind_backtrace(void)
{
	dump_backtrace(stack_top());
}

void show_stack(void)
{
	unwind_backtrace();
}

/* Also shows its own callers. */
inline void show_stack_from(int level)
{
	show_stack();
}

void __show_regs(int level)
{
	void *pc = frame_place(level), *lr = frame_place(level ? level - 1 : 0);
	unsigned long sp = stack_address(level);
	bool irqs = irqs_were_on(level);

	dump_stack_print_info();
	printk("PC is at %pS\n", pc);
	printk("LR is at %pS\n", lr);
	printk("pc : [<%px>]    lr : [<%px>]    psr: %s\n", pc, lr, irqs ? "60000013" : "60000093");
	printk("sp : %08lx  ip : %08x  fp : %08lx\n", sp, word(12), sp + 0x3c);
	printk("r10: %08x  r9 : %08x  r8 : %08x\n", word(10), word(9), word(8));
	printk("r7 : %08x  r6 : %08x  r5 : %08x  r4 : %08x\n", word(7), word(6), word(5), word(4));
	printk("r3 : %08x  r2 : %08x  r1 : %08x  r0 : %08x\n", word(3), word(2), word(1), word(0));
	printk("Flags: nZCv  IRQs %s  FIQs on  Mode SVC_32  ISA ARM  Segment none\n",
	       irqs ? "on" : "off");
	printk("Control: 10c5387d  Table: %08x  DAC: 00000051\n",
	       0x40000000U + (unsigned int)(leftover_bits(40) >> 40 & 0xffc000) + 0x6a);
}

/* The whole stack, including what follows the registers. */
void show_regs(struct pt_regs *regs)
{
	leftovers_of(interrupted_level());
	__show_regs(interrupted_level());
	dump_stack();
}
