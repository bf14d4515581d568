/*
 * What smp.c of arm64, arm and riscv have in common: each IPI is a separate interrupt, and one of
 * them stops the other CPUs, unless they have it masked.
 *
 * Architectures define in stages what they print: announce_stop() before the IPI is sent, and
 * report_not_stopped() if a second was not enough.
 *
 * Left out: SDEI, FIQ.
 */

/* Number of CPUs that have yet to report that they are ready for a crash dump. */
atomic_t waiting_for_crash_ipi;

#ifdef HAVE_CRASH_SMP_SEND_STOP
/* Set by stop_for_crash_dump(): on arm64 before it starts, elsewhere when it is done. */
bool cpus_stopped;

/* Stops the other CPUs for a crash dump, and saves their registers: only once. */
void crash_smp_send_stop(void)
{
	if (!cpus_stopped)
		stop_for_crash_dump();
}
#endif

#ifdef IPI_CPU_STOP
#ifndef HAVE_SMP_SEND_STOP
void smp_send_stop(void)
{
	if (others_online()) {
		announce_stop();
		send_IPI_allbutself(IPI_CPU_STOP);
	}
	wait_while(others_online(), USEC_PER_SEC, udelay(1));
	if (others_online())
		report_not_stopped();
}
#endif

/* Offline first: the CPU that waits for this may continue while this one comes to rest. */
inline void leave_for_good(void)
{
	set_cpu_online(smp_processor_id(), false);
	rest_for_ever();
}
#endif

#ifdef IPI_IRQ_WORK
void arch_irq_work_raise(void)
{
	send_IPI_self(IPI_IRQ_WORK);
}

__interrupt(IPI_IRQ_WORK) void handle_ipi_irq_work(void)
{
	irq_enter();
	irq_work_run();
	irq_exit();
}
#endif
