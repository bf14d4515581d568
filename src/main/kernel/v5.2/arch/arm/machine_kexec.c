/*
 * arch/arm/kernel/machine_kexec.c of v5.2: into the crash kernel.
 */

static atomic_t waiting_for_crash_ipi;

/* On the other CPUs. They print first. */
static void machine_crash_nonpanic_core(struct pt_regs *regs)
{
	printk(KERN_DEBUG "CPU %u will stop doing anything useful since another CPU has crashed\n",
	       (unsigned int)smp_processor_id());
	crash_save_cpu(regs, smp_processor_id());
	set_cpu_online(smp_processor_id(), false);
	atomic_dec(&waiting_for_crash_ipi);
	for (;;)
		halt();
}

static int cpus_stopped;

/* Stops the other CPUs for a crash dump, with their registers: once only. */
void crash_smp_send_stop(void)
{
	unsigned long msecs;

	if (cpus_stopped)
		return;

	atomic_set(&waiting_for_crash_ipi, num_online_cpus() - 1);
	smp_call_function(machine_crash_nonpanic_core);
	msecs = 1000;
	while (atomic_read(&waiting_for_crash_ipi) > 0 && msecs--)
		mdelay(1);
	if (atomic_read(&waiting_for_crash_ipi) > 0)
		pr_warn("Non-crashing CPUs did not react to IPI\n");

	cpus_stopped = 1;
}

void machine_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
	crash_smp_send_stop();
	crash_save_cpu(regs, smp_processor_id());
	pr_info("Loading crashdump kernel...\n");
}

void machine_kexec(struct kimage *image)
{
	pr_info("Bye!\n");
	hw_jump_crash_kernel();
}
