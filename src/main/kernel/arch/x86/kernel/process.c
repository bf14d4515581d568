/*
 * arch/x86/kernel/process.c: how a CPU stops.
 *
 * Left out: machine check and cache flush.
 */
void stop_this_cpu(void)
{
	local_irq_disable();
	/* Offline first: the waiting CPU may continue while this one is still halting. */
	set_cpu_online(smp_processor_id(), false);
	lapic_disable();
	rest_for_ever();
}
