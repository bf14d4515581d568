/*
 * arch/x86/kernel/crash.c and machine_kexec_64.c.
 *
 * Left out: virtualisation, IO-APIC, HPET, Intel PT.
 */

/* What each CPU does before it halts: its registers into the dump, and no more interrupts. */
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

void machine_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
	crash_smp_send_stop();
	lapic_disable();
	crash_save_cpu(regs, smp_processor_id());
}

void machine_kexec(struct kimage *image)
{
	hw_jump_crash_kernel();
}
