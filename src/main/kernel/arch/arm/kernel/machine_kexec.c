/*
 * arch/arm/kernel/machine_kexec.c: the jump into the crash kernel.
 */

/* Runs on the other CPUs. They print first, and also leave the online mask. */
static void machine_crash_nonpanic_core(struct pt_regs *regs)
{
	int cpu = smp_processor_id();

	printk(KERN_DEBUG "CPU %u will stop doing anything useful since another CPU has crashed\n",
	       (unsigned int)cpu);
	crash_save_cpu(regs, cpu);
	set_cpu_online(cpu, false);
	atomic_dec(&waiting_for_crash_ipi);
	rest_for_ever();
}

inline void stop_for_crash_dump(void)
{
	expect_crash_reports();
	smp_call_function(machine_crash_nonpanic_core);
	wait_while(crash_reports_missing(), 1000, mdelay(1));
	if (crash_reports_missing())
		pr_warn("Non-crashing CPUs did not react to IPI\n");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	cpus_stopped = true;
#endif
}

void machine_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	crash_smp_send_stop();
#else
	/* Too late for CPUs that the generic crash_smp_send_stop() has stopped. */
	stop_for_crash_dump();
#endif
	crash_save_cpu(regs, smp_processor_id());
	pr_info("Loading crashdump kernel...\n");
}

void machine_kexec(struct kimage *image)
{
	pr_info("Bye!\n");
	hw_jump_crash_kernel(crash_purgatory);
}
