/* panic_and_signal_at() in an NMI that begins before the other CPU takes its lock. */
static void panic_in_this_nmi(void)
{
	nmi_panic(current_pt_regs(), "Hard LOCKUP");
}

void nmi_panic_and_signal_at(void (*function)(void))
{
	wait_for_others();
	hw_breakpoint((void *)function, (void *)signal_wedge);
	run_in_nmi(panic_in_this_nmi);
}
