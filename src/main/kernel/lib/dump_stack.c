/*
 * lib/dump_stack.c, and the stack walk of the architectures.
 *
 * Simplified: a frame is its function's name, without offset and size.
 */

/* The CPU that prints a stack; it may do so again from an NMI. */
atomic_t dump_lock = ATOMIC_INIT(-1);

void dump_stack_print_info(const char *log_lvl)
{
	printk("%sCPU: %d PID: %d Comm: %.15s %s %s #1\n", log_lvl, raw_smp_processor_id(),
	       current->pid, current->comm, print_tainted(), uts_release);
	printk("%sHardware name: lastwords %s\n", log_lvl, ARCH_NAME);
}

/* The function that a trap interrupted; shown by show_regs(). */
DEFINE_PER_CPU(void *, trapped_function);

/* To be called by the trap's handler, whose caller is what it interrupted. */
void note_trapped_function(void)
{
	this_cpu_write(trapped_function, stack_trace_entry(2));
}

/* The frames from the innermost one of that function on; all of them if it has none. */
void show_trace_log_lvl(void *from, const char *log_lvl)
{
	void *function;
	int depth = 0;

	while ((function = stack_trace_entry(depth)) != NULL && function != from)
		depth++;
	if (!function)
		depth = 0;

	printk("%s%s\n", log_lvl, CALL_TRACE_HEADER);
	for (; (function = stack_trace_entry(depth)) != NULL; depth++)
		printk("%s %pS\n", log_lvl, function);
}

static void __dump_stack(void)
{
	dump_stack_print_info(KERN_DEFAULT);
	show_trace_log_lvl((void *)dump_stack, KERN_DEFAULT);
}

void dump_stack(void)
{
	int me = smp_processor_id(), printer;
	unsigned long irqs;

	local_irq_save(irqs);
	while ((printer = atomic_cmpxchg(&dump_lock, -1, me)) != -1 && printer != me) {
		/* Somebody else prints. There is no time-out, but interrupts come through meanwhile. */
		local_irq_restore(irqs);
		while (atomic_read(&dump_lock) != -1)
			cpu_relax();
		local_irq_save(irqs);
	}

	__dump_stack();

	if (printer == -1)
		atomic_set(&dump_lock, -1);
	local_irq_restore(irqs);
}
