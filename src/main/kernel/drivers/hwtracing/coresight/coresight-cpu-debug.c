/*
 * drivers/hwtracing/coresight/coresight-cpu-debug.c: where each CPU is, from a sampler next to it;
 * this includes CPUs that could not be stopped. From 6.1 on a panic does not wait for its setup.
 */
#ifdef CONFIG_CORESIGHT_CPU_DEBUG

DEFINE_MUTEX(debug_lock);

static inline void debug_dump_cpus(void)
{
	int cpu;

	pr_emerg("ARM external debug module:\n");
	for_each_possible_cpu(cpu) {
		udelay(10);
		pr_emerg("CPU[%d]:\n", cpu);
	}
}

PANIC_NOTIFIER_IN(debug_notifier_call, 0, PN_INFO, mutex_lock(&debug_lock))
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
	if (!mutex_trylock(&debug_lock))
		return NOTIFY_DONE;
#else
	mutex_lock(&debug_lock);
#endif
	debug_dump_cpus();
	mutex_unlock(&debug_lock);
	return NOTIFY_DONE;
}

#endif
