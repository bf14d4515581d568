/* Waiting for other CPUs: how every architecture of this kernel does it. */

/*
 * Gives other CPUs time to make `there' false: it is tested again after each pause, until the
 * pauses are used up. The result is not returned; callers that need it test once more.
 */
#define wait_while(there, pauses, pause) do { \
	long __left = (pauses); \
	while ((there) && __left--) \
		pause; \
} while (0)

/* CPUs that are told to stop leave the online mask one by one. */
#ifdef CONFIG_ARM64
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 6, 0)
/* This CPU may not be in the mask yet (d0bab0c39e32, f50b7dacccba). */
#define num_other_online_cpus() hweight_long(cpu_online_mask & ~cpumask_of(smp_processor_id()))
#endif
#endif
#ifndef num_other_online_cpus
#define num_other_online_cpus() (num_online_cpus() - 1)
#endif
#define others_online() (num_other_online_cpus() > 0)

/* CPUs stopped for a crash dump stay in the mask and count themselves off instead. */
#define expect_crash_reports() atomic_set(&waiting_for_crash_ipi, num_other_online_cpus())
#define crash_reports_missing() (atomic_read(&waiting_for_crash_ipi) > 0)

/* The end of a stopped CPU. It halts even where the original spins, and so is seen at rest. */
#define rest_for_ever() do { \
	local_irq_disable(); \
	for (;;) \
		halt(); \
} while (0)
