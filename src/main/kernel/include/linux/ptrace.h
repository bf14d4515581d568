/*
 * The frames of this CPU's stack, by level: its task's first function has level 0. A place is a
 * pointer to a function with an offset in it. The level of the handler of an interrupt or trap is
 * one above the interrupted function's.
 */
enum frame_entry {
	FRAME_CALLED,
	FRAME_INTERRUPT,
	FRAME_NMI,
	FRAME_TRAP,
	FRAME_BREAKPOINT,
	FRAME_FIRST,
};

#define stack_top() (stack_trace_depth() - 1) /* the calling function */
#define frame_place(level) stack_trace_entry(stack_top() - (level))
#define frame_entry(level) stack_trace_entered(stack_top() - (level))
#define frame_irqs_on(level) stack_trace_irqs(stack_top() - (level))
#define entered_by_hardware(level) \
	(frame_entry(level) >= FRAME_INTERRUPT && frame_entry(level) <= FRAME_TRAP)

/*
 * Where WARN() is a trap (HAVE_WARN_TRAP), dumps show it: its handler's level, and whether interrupts
 * were on, in one word of this CPU. WARN() is a call here, because a trap does not return.
 */
#define warn_trap_at(level, irqs) (2 * (level) + !!(irqs))
#define warn_trap_level() (this_cpu_read(warn_trap) >> 1) /* 0: no warning is being printed */
#define warn_trap_irqs() (this_cpu_read(warn_trap) & 1)

/* Address of this CPU's task. */
#define task_address() ((void *)(DATA_AREA + 0x5d41c00UL + raw_smp_processor_id() * 0x1d80UL))

/* Its stack, and the frame of a function in it. A frame has 64 bytes. */
#define stack_end() (STACK_AREA + (raw_smp_processor_id() + 12UL) * 2 * STACK_SIZE)
#define stack_address(level) (stack_end() + STACK_SIZE - 64UL * ((level) + 3))

/* The level of the function whose frame has this address. */
#define level_at(address) ((int)((stack_end() + STACK_SIZE - (address) + 63) / 64) - 3)
