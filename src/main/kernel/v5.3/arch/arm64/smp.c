/*
 * arch/arm64/kernel/smp.c of v5.3: a CPU that loses the race into panic() goes offline, so that the
 * winner does not wait for it. (The weak one of kernel/panic.c gives way.)
 */
void panic_smp_self_stop(void)
{
	leave_for_good();
}
