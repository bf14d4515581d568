/*
 * kernel/smp.c of v5.2: calling a function on another CPU. A synchronous call ends when the other
 * CPU has taken its interrupt: a CPU with interrupts off, or a stopped one, keeps the caller
 * waiting for ever.
 *
 * Left out: calls to many CPUs at once, the report of a call that takes too long (CSD lock
 * debugging came later).
 * Simplified: a synchronous call is in one of two slots of the calling CPU, not on its stack, which
 * no other CPU can reach.
 */

#define CALLED_FROM_TASK 0
#define CALLED_FROM_INTERRUPT 1
#define NOT_WAITED_FOR 2

struct own_calls {
	struct call_single_data data[3];
};

DEFINE_PER_CPU(struct own_calls, own_calls);
DEFINE_PER_CPU(struct call_single_data *, call_single_queue);

static inline void csd_lock_wait(struct call_single_data *csd)
{
	while (READ_ONCE(csd->flags) & CSD_FLAG_LOCK)
		cpu_relax();
}

static inline void csd_unlock(struct call_single_data *csd)
{
	WRITE_ONCE(csd->flags, csd->flags & ~CSD_FLAG_LOCK);
}

/* Last in, first out; true if the queue was empty. */
static inline bool csd_push(struct call_single_data *csd, struct call_single_data **queue)
{
	struct call_single_data *first;

	do {
		first = READ_ONCE(*queue);
		csd->next = first;
	} while (cmpxchg(queue, first, csd) != first);
	return first == NULL;
}

/* Reverses a queue, so that the calls are made in the order in which they were queued. */
static inline struct call_single_data *csd_in_order(struct call_single_data *last)
{
	struct call_single_data *list = NULL, *before;

	for (; last; last = before) {
		before = last->next;
		last->next = list;
		list = last;
	}
	return list;
}

/* In the interrupt, whose sender may or may not wait. */
static void flush_smp_call_function_queue(void)
{
	struct call_single_data *csd = csd_in_order(xchg(this_cpu_ptr(&call_single_queue), NULL));

	while (csd) {
		struct call_single_data *next = csd->next;

		csd->func(csd->info);
		csd_unlock(csd);
		csd = next;
	}
}

#ifdef CONFIG_X86
#define CALL_FUNCTION_SINGLE smp_call_function_single_interrupt
#else
#define CALL_FUNCTION_SINGLE handle_ipi_call_func_single
#endif

__interrupt(CALL_FUNCTION_SINGLE_VECTOR) void CALL_FUNCTION_SINGLE(void)
{
	irq_enter();
	flush_smp_call_function_queue();
	irq_exit();
}

/* On this CPU: as if by an interrupt. */
static inline int call_here(void (*func)(void *info), void *info)
{
	unsigned long flags;

	local_irq_save(flags);
	func(info);
	local_irq_restore(flags);
	return 0;
}

static inline int call_there(int cpu, void (*func)(void *info), void *info, int place)
{
	struct call_single_data *csd = &this_cpu_ptr(&own_calls)->data[place];

	csd_lock_wait(csd);
	WRITE_ONCE(csd->flags, CSD_FLAG_LOCK);
	csd->func = func;
	csd->info = info;
	if (csd_push(csd, per_cpu_ptr(&call_single_queue, cpu)))
		hw_send_ipi(cpumask_of(cpu), CALL_FUNCTION_SINGLE_VECTOR);
	if (place != NOT_WAITED_FOR)
		csd_lock_wait(csd);
	return 0;
}

/* 0, or -ENXIO if that CPU is offline. With interrupts off two callers may wait for each other. */
int smp_call_function_single(int cpu, void (*func)(void *info), void *info, int wait)
{
	int place = !wait ? NOT_WAITED_FOR : in_interrupt() ? CALLED_FROM_INTERRUPT : CALLED_FROM_TASK;
	int ret;

	preempt_disable();
	WARN_ON_ONCE(cpu_online(smp_processor_id()) && irqs_disabled() && !oops_in_progress);
	if (cpu == smp_processor_id())
		ret = call_here(func, info);
	else if (cpu < 0 || cpu >= nr_cpu_ids || !cpu_online(cpu))
		ret = -ENXIO;
	else
		ret = call_there(cpu, func, info, place);
	preempt_enable();
	return ret;
}
