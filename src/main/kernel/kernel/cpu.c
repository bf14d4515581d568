/*
 * kernel/cpu.c and lib/cpumask.c: which CPUs are online.
 */

unsigned long __cpu_online_mask;

int cpumask_next(int n, unsigned long mask)
{
	return n >= 63 ? 64 : __ffs(mask & (~0UL << (n + 1)));
}

void set_cpu_online(int cpu, bool online)
{
	if (online) {
		fetch_or(&__cpu_online_mask, cpumask_of(cpu));
		return;
	}
	fetch_and(&__cpu_online_mask, ~cpumask_of(cpu));
	if (cpu == raw_smp_processor_id())
		lw_offline();
}

static void bring_up_cpus(void)
{
	int cpu;

	for_each_possible_cpu(cpu)
		set_cpu_online(cpu, true);
}
early_initcall(bring_up_cpus);
