/*
 * kernel/printk/printk.c of 5.2 with Sergey Senozhatsky's second patch of 2019-07-31 (in the thread
 * of patch 1/2; never merged): after the stop the panicking CPU cuts the others off from the log
 * and from the consoles, and takes both for itself.
 */

atomic_t printk_panic_cpu = ATOMIC_INIT(PANIC_CPU_INVALID);

/* May this CPU print? Yes, unless another one has entered the panic mode. */
bool printk_panic_cpu_is_me(void)
{
	int cpu = atomic_read(&printk_panic_cpu);

	return cpu == PANIC_CPU_INVALID || cpu == smp_processor_id();
}

void printk_enter_panic_mode(int cpu)
{
	unsigned long timeout = USEC_PER_SEC;

	if (atomic_cmpxchg(&printk_panic_cpu, PANIC_CPU_INVALID, cpu) != PANIC_CPU_INVALID)
		return;

	/* Whoever waits for the consoles waits no longer. */
	WRITE_ONCE(console_waiter, false);

	/* The others need a moment to leave; those that are stopped never will. */
	while (num_online_cpus() > 1 && timeout--)
		udelay(1);

	debug_locks_off();
	raw_spin_lock_init(&logbuf_lock);
	raw_spin_lock_init(&console_sem.lock);
	console_sem.count = 1;
	console_sem.wait_list = NULL;
	raw_spin_lock_init(&console_owner_lock);
	console_owner = NULL;
}

/* It was let go, but perhaps by printk_enter_panic_mode(). */
inline bool console_wait_succeeded(void)
{
	return printk_panic_cpu_is_me();
}

inline bool printk_may_store(void)
{
	return printk_panic_cpu_is_me();
}

/* Another CPU prints alone now: the rest, and console_sem, are left to it. */
inline bool console_may_go_on(void)
{
	return printk_panic_cpu_is_me();
}
