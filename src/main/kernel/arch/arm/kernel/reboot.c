/*
 * arch/arm/kernel/reboot.c: restarting.
 */

void machine_restart(void)
{
	stop_others_and_reset();
}

/* asm-generic */
void machine_emergency_restart(void)
{
	machine_restart();
}
