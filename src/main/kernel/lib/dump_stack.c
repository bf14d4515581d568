/*
 * lib/dump_stack.c. The architecture prints the stack: show_stack_from().
 */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 14, 0)
/* The CPU that prints a stack; it may do so again from an NMI. */
atomic_t dump_lock = ATOMIC_INIT(-1);
#endif

/* Earlier releases do not mention the crash kernel. */
static inline const char *kdump_note(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
	return kexec_crash_loaded() ? "Kdump: loaded " : "";
#else
	return "";
#endif
}

void dump_stack_print_info(void)
{
	char comm[16], tainted[32];

	printk("CPU: %d PID: %d Comm: %.20s %s%s %s #1\n", raw_smp_processor_id(), current_pid(),
	       current_comm(comm, sizeof(comm)), kdump_note(),
	       print_tainted(tainted, sizeof(tainted)), uts_release);
	printk("Hardware name: lastwords " HARDWARE_NAME "\n");
}

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 14, 0)
void dump_stack(void)
{
	int me = smp_processor_id(), printer;
	unsigned long irqs;

	local_irq_save(irqs);
	while ((printer = atomic_cmpxchg(&dump_lock, -1, me)) != -1 && printer != me) {
		/* Another CPU prints. There is no time-out, but interrupts are possible. */
		local_irq_restore(irqs);
		while (atomic_read(&dump_lock) != -1)
			cpu_relax();
		local_irq_save(irqs);
	}

	dump_stack_print_info();
	show_stack_from(stack_top());

	if (printer == -1)
		atomic_set(&dump_lock, -1);
	local_irq_restore(irqs);
}
#else
void dump_stack_lvl(const char *log_lvl)
{
	unsigned long irqs;
	bool began = printk_cpu_sync_get(&irqs);

	dump_stack_print_info();
	show_stack_from(stack_top());
	printk_cpu_sync_put(began, irqs);
}

/* On x86 a jump, which leaves no frame. */
#ifdef CONFIG_X86
inline void dump_stack(void)
#else
void dump_stack(void)
#endif
{
	dump_stack_lvl(KERN_DEFAULT);
}
#endif
