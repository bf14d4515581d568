/*
 * For scenarios about what comes before the jump into the crash kernel: where panic() would continue without one
 * and stop the other CPUs, the machine is reset. So everything that follows need not be explored.
 */
void smp_send_stop(void)
{
	hw_reset();
}
