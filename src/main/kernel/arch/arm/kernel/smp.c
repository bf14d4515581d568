/*
 * arch/arm/kernel/smp.c: what this architecture adds to ipi.c. Its CPUs print before they
 * stop.
 *
 * Different: function calls have one slot, not a queue per CPU: only the crash stop uses them.
 */

static DEFINE_RAW_SPINLOCK(stop_lock);

/* One after another, each with its stack: this takes long on a slow console. */
static inline void ipi_cpu_stop(unsigned int cpu)
{
	bool loud = system_state <= SYSTEM_RUNNING;

	if (loud) {
		raw_spin_lock(&stop_lock);
		pr_crit("CPU%u: stopping\n", cpu);
		dump_stack();
		raw_spin_unlock(&stop_lock);
	}
	leave_for_good();
}

/* Named like the kernel's handler of all IPIs: this is the one that shows its own stack. */
__interrupt(IPI_CPU_STOP) void handle_IPI(void)
{
	irq_enter();
	ipi_cpu_stop(smp_processor_id());
}

static void (*call_function)(struct pt_regs *regs);

void smp_call_function(void (*func)(struct pt_regs *regs))
{
	call_function = func;
	send_IPI_allbutself(IPI_CALL_FUNC);
}

__interrupt(IPI_CALL_FUNC) void handle_ipi_call_func(void)
{
	irq_enter();
	call_function(current_pt_regs());
	irq_exit();
}

/* An ordinary interrupt: a CPU with interrupts off shows nothing. */
__interrupt(IPI_CPU_BACKTRACE) void handle_ipi_cpu_backtrace(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_nmi_enter();
#else
	printk_deferred_enter();
#endif
	irq_enter();
	nmi_cpu_backtrace(current_pt_regs());
	irq_exit();
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_nmi_exit();
#else
	printk_deferred_exit();
#endif
}

__interrupt(LOCAL_TIMER_VECTOR) void twd_handler(void)
{
	tick_handle();
}

/* It stops the others without a message. */
inline void announce_stop(void)
{
}

inline void report_not_stopped(void)
{
	pr_warning("SMP: failed to stop secondary CPUs\n");
}

#ifdef HAVE_PANIC_SMP_SELF_STOP
/* Goes offline, so that the panicking CPU does not wait for it. */
void panic_smp_self_stop(void)
{
	pr_debug("CPU %u will stop doing anything useful since another CPU has paniced\n",
		 smp_processor_id());
	leave_for_good();
}
#endif
