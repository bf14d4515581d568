/*
 * arch/arm/kernel/smp.c of v5.2: stopping the other CPUs by an interrupt; they print before they
 * stop.
 *
 * Left out: FIQ off (nobody uses it here).
 * Different: a stopped CPU halts where the original loops around wfe, so that the machine sees it
 * at rest. A function call has one slot, not a queue a CPU: only the crash stop uses it.
 */

static DEFINE_RAW_SPINLOCK(stop_lock);

/* One after another, each with its stack: on a slow console this takes long. */
static void ipi_cpu_stop(unsigned int cpu)
{
	if (system_state <= SYSTEM_RUNNING) {
		raw_spin_lock(&stop_lock);
		pr_crit("CPU%u: stopping\n", cpu);
		dump_stack();
		raw_spin_unlock(&stop_lock);
	}

	set_cpu_online(cpu, false);
	local_irq_disable();
	for (;;)
		halt();
}

static void (*call_function)(struct pt_regs *regs);

void smp_call_function(void (*func)(struct pt_regs *regs))
{
	call_function = func;
	send_IPI_allbutself(IPI_CALL_FUNC);
}

__interrupt(IPI_CPU_STOP) void handle_ipi_cpu_stop(void)
{
	irq_enter();
	ipi_cpu_stop(smp_processor_id());
	irq_exit();
}

__interrupt(IPI_CALL_FUNC) void handle_ipi_call_func(void)
{
	irq_enter();
	call_function(current_pt_regs());
	irq_exit();
}

__interrupt(IPI_IRQ_WORK) void handle_ipi_irq_work(void)
{
	irq_enter();
	irq_work_run();
	irq_exit();
}

__interrupt(LOCAL_TIMER_VECTOR) void twd_handler(void)
{
	tick_handle();
}

void arch_irq_work_raise(void)
{
	send_IPI_self(IPI_IRQ_WORK);
}

void smp_send_stop(void)
{
	unsigned long timeout;

	if (num_online_cpus() > 1)
		send_IPI_allbutself(IPI_CPU_STOP);

	timeout = USEC_PER_SEC;
	while (num_online_cpus() > 1 && timeout--)
		udelay(1);

	if (num_online_cpus() > 1)
		pr_warning("SMP: failed to stop secondary CPUs\n");
}

#ifdef HAVE_PANIC_SMP_SELF_STOP
/* Goes offline, so that the panicking CPU does not wait for it. */
void panic_smp_self_stop(void)
{
	pr_debug("CPU %u will stop doing anything useful since another CPU has paniced\n",
		 smp_processor_id());
	set_cpu_online(smp_processor_id(), false);
	for (;;)
		halt();
}
#endif
