/*
 * CPU masks. A mask is one unsigned long, passed by value (a machine has at most 64 CPUs).
 * num_online_cpus() counts the bits each time, as up to v5.3.
 */
#define nr_cpu_ids num_possible_cpus()
#define cpumask_of(cpu) (1UL << (cpu))
#define cpu_online_mask READ_ONCE(__cpu_online_mask)
#define num_online_cpus() hweight_long(cpu_online_mask)
#define cpu_online(cpu) ((int)((cpu_online_mask >> (cpu)) & 1))
#define cpumask_pr_args(mask) nr_cpu_ids, (mask)

#define for_each_cpu(cpu, mask) \
	for ((cpu) = cpumask_next(-1, mask); (cpu) < nr_cpu_ids; (cpu) = cpumask_next((cpu), mask))
#define for_each_online_cpu(cpu) for_each_cpu(cpu, cpu_online_mask)
#define for_each_possible_cpu(cpu) for ((cpu) = 0; (cpu) < nr_cpu_ids; (cpu)++)

/* To all online CPUs except this one. */
#define send_IPI_allbutself(vector) \
	hw_send_ipi(cpu_online_mask & ~cpumask_of(smp_processor_id()), vector)
#define send_IPI_self(vector) hw_send_ipi(cpumask_of(smp_processor_id()), vector)
