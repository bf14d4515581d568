/*
 * arch/arm64/kernel/machine_kexec.c: the jump into the crash kernel.
 */

void machine_crash_shutdown(struct pt_regs *regs)
{
	local_irq_disable();
	crash_smp_send_stop();
	crash_save_cpu(regs, smp_processor_id());
	pr_info("Starting crashdump kernel...\n");
}

void machine_kexec(struct kimage *image)
{
	/* With panic_on_warn this re-enters panic(), which then finds kexec_mutex taken. */
	WARN(smp_crash_stop_failed(), "Some CPUs may be stale, kdump will be unreliable.\n");
	pr_info("Bye!\n");
	hw_jump_crash_kernel(crash_purgatory);
}
