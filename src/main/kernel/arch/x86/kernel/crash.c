/*
 * arch/x86/kernel/crash.c and machine_kexec_64.c.
 *
 * Left out: virtualisation, IO-APIC, HPET, Intel PT.
 */

/* Before each CPU halts: its registers go into the dump, and it takes no more interrupts. */
static void kdump_nmi_callback(int cpu, struct pt_regs *regs)
{
	crash_save_cpu(regs, cpu);
	lapic_disable();
}

void kdump_nmi_shootdown_cpus(void)
{
	nmi_shootdown_cpus(kdump_nmi_callback);
	lapic_disable();
}

inline void stop_for_crash_dump(void)
{
	kdump_nmi_shootdown_cpus();
	cpus_stopped = true;
}

#ifdef CONFIG_HYPERV
/* Old hosts do not let a guest connect twice. */
void hv_crash_handler(void)
{
	vmbus_initiate_unload();
}
#endif

void machine_crash_shutdown(struct pt_regs *regs)
{
#ifdef CONFIG_HYPERV
	hv_crash_handler();
#endif
	local_irq_disable();
	crash_smp_send_stop();
	lapic_disable();
	crash_save_cpu(regs, smp_processor_id());
}

void machine_kexec(struct kimage *image)
{
	hw_jump_crash_kernel(crash_purgatory);
}
