/*
 * The crash kernel's CPUs. It needs only one; with nr_cpus= on its command line it wakes others,
 * which the first kernel has left halted or running.
 *
 * Left out: except on x86, CPUs that were powered off; here the first kernel parks all of them, and
 * firmware does not start a CPU that is already on.
 */

#ifdef CONFIG_CRASH_DUMP

int crash_nr_cpus = 1;
int crash_disable_cpu_apicid = -1; /* number of a CPU to leave alone */

static atomic_t crash_cpus = ATOMIC_INIT(1);

#ifdef CONFIG_X86
/* A CPU after its reset, whatever it did before. */
__interrupt(STARTUP_VECTOR) void crash_secondary(void)
{
	atomic_inc(&crash_cpus);
	rest_for_ever();
}

static void crash_wake_cpu(int cpu)
{
	int before = atomic_read(&crash_cpus);

	/* The boot processor does not wait for a start-up message after INIT: it runs the BIOS. */
	if (cpu == 0)
		hw_reset();
	hw_send_ipi(1UL << cpu, STARTUP_VECTOR);
	wait_while(atomic_read(&crash_cpus) == before, 10 * 1000, mdelay(1));
	if (atomic_read(&crash_cpus) == before)
		crash_say("smpboot: do_boot_cpu failed(-1) to wakeup CPU#%d", cpu);
}
#else
static void crash_wake_cpu(int cpu)
{
	crash_say("psci: failed to boot CPU%d (-22)", cpu);
}
#endif

void crash_smp_init(void)
{
	int here = smp_processor_id(), tried = 1, cpu;

	for (cpu = 0; cpu < num_possible_cpus() && tried < crash_nr_cpus; cpu++) {
		if (cpu == here || cpu == crash_disable_cpu_apicid)
			continue;
		crash_wake_cpu(cpu);
		tried++;
	}
}

#endif
