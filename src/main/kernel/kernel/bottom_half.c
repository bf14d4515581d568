/*
 * kernel/softirq.c of v5.2, as far as timers need it: work that an interrupt defers to its end.
 *
 * Left out: ksoftirqd (softirqs raised again and again are still handled here), tasklets, and all
 * softirqs except the timers'.
 */

static void (*softirq_action[NR_SOFTIRQS])(void);
DEFINE_PER_CPU(unsigned int, softirqs_pending);

void open_softirq(int nr, void (*action)(void))
{
	softirq_action[nr] = action;
}

/* On this CPU; interrupts must be off. */
void __raise_softirq_irqoff(int nr)
{
	this_cpu_write(softirqs_pending, this_cpu_read(softirqs_pending) | 1U << nr);
}

/* Called with interrupts off; the actions run with them on. */
static void __do_softirq(void)
{
	unsigned int pending;

	preempt_count_add(SOFTIRQ_OFFSET);
	while ((pending = this_cpu_read(softirqs_pending)) != 0) {
		this_cpu_write(softirqs_pending, 0);
		local_irq_enable();
		for (; pending; pending &= pending - 1)
			softirq_action[__ffs(pending)]();
		local_irq_disable();
	}
	preempt_count_sub(SOFTIRQ_OFFSET);
}

/* At the end of an interrupt that may have raised one, unless it arrived in an atomic section. */
void softirqs_after_irq(void)
{
	if (this_cpu_read(softirqs_pending) && !in_interrupt())
		__do_softirq();
}

/* Softirqs raised meanwhile were waiting for this. */
void local_bh_enable(void)
{
	preempt_count_sub(SOFTIRQ_DISABLE_OFFSET);
	if (this_cpu_read(softirqs_pending) && !in_interrupt()) {
		unsigned long flags;

		local_irq_save(flags);
		__do_softirq();
		local_irq_restore(flags);
	}
}
