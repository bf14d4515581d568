/*
 * arch/arm64/kernel/process.c of v5.2: restarting.
 */

void machine_restart(void)
{
	local_irq_disable();
	/* Once more, with its whole time-out when a CPU does not answer. */
	smp_send_stop();
	hw_reset();

	printk("Reboot failed -- System halted\n");
	for (;;)
		halt();
}

/* asm-generic */
void machine_emergency_restart(void)
{
	machine_restart();
}
