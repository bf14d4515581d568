/*
 * arch/arm/kernel/reboot.c of v5.2: restarting.
 */

void machine_restart(void)
{
	local_irq_disable();
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
