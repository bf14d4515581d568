/*
 * The frames of this CPU's stack, by level: its task's first function has level 0. A place is a
 * pointer to a function with an offset in it. Where an interrupt or a trap came, the level of its
 * handler is the one above what it interrupted.
 */
enum frame_entry {
	FRAME_CALLED,
	FRAME_INTERRUPT,
	FRAME_NMI,
	FRAME_TRAP,
	FRAME_BREAKPOINT,
	FRAME_FIRST,
};

#define stack_top() (stack_trace_depth() - 1) /* the function that asks */
#define frame_place(level) stack_trace_entry(stack_top() - (level))
#define frame_entry(level) stack_trace_entered(stack_top() - (level))
#define frame_irqs_on(level) stack_trace_irqs(stack_top() - (level))
#define entered_by_hardware(level) \
	(frame_entry(level) >= FRAME_INTERRUPT && frame_entry(level) <= FRAME_TRAP)

/*
 * Where WARN() is a trap (HAVE_WARN_TRAP), dumps show that trap: its handler's level, were interrupts
 * on before it, and as one word of this CPU. It is a call here, because a trap does not come back.
 */
#define warn_trap_at(level, irqs) (2 * (level) + !!(irqs))
#define warn_trap_level() (this_cpu_read(warn_trap) >> 1) /* 0: no warning is being printed */
#define warn_trap_irqs() (this_cpu_read(warn_trap) & 1)

/* Where this CPU's task is. */
#define task_address() ((void *)(DATA_AREA + 0x5d41c00UL + raw_smp_processor_id() * 0x1d80UL))

/* Where its stack is, and where in it a function is. A frame has 64 bytes. */
#define stack_end() (STACK_AREA + (raw_smp_processor_id() + 12UL) * 2 * STACK_SIZE)
#define stack_address(level) (stack_end() + STACK_SIZE - 64UL * ((level) + 3))

/* The level of the function whose frame has that address. */
#define level_at(address) ((int)((stack_end() + STACK_SIZE - (address) + 63) / 64) - 3)
