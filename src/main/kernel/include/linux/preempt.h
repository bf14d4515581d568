/*
 * preempt_count: what this CPU is in the middle of, one field per kind of context. nmi_enter()
 * counts in the NMI and the hardirq field, so in_irq() is true in an NMI.
 */
#define PREEMPT_OFFSET 0x00000001
#define SOFTIRQ_OFFSET 0x00000100
#define HARDIRQ_OFFSET 0x00010000
#define NMI_OFFSET 0x00100000

#define SOFTIRQ_MASK 0x0000ff00
#define HARDIRQ_MASK 0x000f0000
#define NMI_MASK 0x00100000

#define preempt_count() this_cpu_read(__preempt_count)
#define preempt_count_add(val) this_cpu_add(__preempt_count, val)
#define preempt_count_sub(val) this_cpu_sub(__preempt_count, val)
#define preempt_disable() preempt_count_add(PREEMPT_OFFSET)
#ifdef CONFIG_PREEMPT
#define preempt_enable() do { \
	preempt_count_sub(PREEMPT_OFFSET); \
	if (this_cpu_read(resched_wanted)) \
		resched_if_possible(); \
} while (0)
#else
#define preempt_enable() preempt_count_sub(PREEMPT_OFFSET)
#endif

/* Whether spinlocks count too: a kernel without either option cannot tell that one is held. */
#ifdef CONFIG_PREEMPT
#define PREEMPT_COUNTED
#endif
#ifdef CONFIG_DEBUG_ATOMIC_SLEEP
#define PREEMPT_COUNTED
#endif

#define preemptible() (preempt_count() == 0 && !irqs_disabled())

#define in_irq() ((preempt_count() & HARDIRQ_MASK) != 0)
#define in_nmi() ((preempt_count() & NMI_MASK) != 0)
#define in_interrupt() ((preempt_count() & (SOFTIRQ_MASK | HARDIRQ_MASK | NMI_MASK)) != 0)
#define in_serving_softirq() ((preempt_count() & SOFTIRQ_OFFSET) != 0)
#define in_task() ((preempt_count() & (NMI_MASK | HARDIRQ_MASK | SOFTIRQ_OFFSET)) == 0)
