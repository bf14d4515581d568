/*
 * kernel/irq_work.c: work for the next hard interrupt of this CPU.
 */

struct llist_head {
	struct irq_work *first;
};

DEFINE_PER_CPU(struct llist_head, raised_list);
DEFINE_PER_CPU(struct llist_head, lazy_list);

static bool irq_work_claim(struct irq_work *work)
{
	unsigned long flags = READ_ONCE(work->flags), old;

	for (;;) {
		if (flags & IRQ_WORK_PENDING)
			return false;
		old = cmpxchg(&work->flags, flags, flags | IRQ_WORK_CLAIMED);
		if (old == flags)
			return true;
		flags = old;
	}
}

/* An NMI may add to the same list at any moment. */
static void llist_add(struct irq_work *work, struct llist_head *list)
{
	struct irq_work *first;

	do {
		first = READ_ONCE(list->first);
		work->next = first;
	} while (cmpxchg(&list->first, first, work) != first);
}

/* At the next tick: it is not urgent. */
static inline void queue_for_tick(struct irq_work *work)
{
	llist_add(work, this_cpu_ptr(&lazy_list));
	arm_tick();
}

/* By an interrupt that this CPU sends to itself. Without such an interrupt the tick has to do. */
static inline void queue_for_interrupt(struct irq_work *work)
{
	llist_add(work, this_cpu_ptr(&raised_list));
#ifdef HAVE_IRQ_WORK_IPI
	arch_irq_work_raise();
#else
	arm_tick();
#endif
}

/* False if it is queued already. */
bool irq_work_queue(struct irq_work *work)
{
	bool ours = irq_work_claim(work);

	if (ours) {
		preempt_disable();
		if (work->flags & IRQ_WORK_LAZY)
			queue_for_tick(work);
		else
			queue_for_interrupt(work);
		preempt_enable();
	}
	return ours;
}

/* It can be queued again as soon as it starts, even by itself; then it stays busy. */
static inline void irq_work_run_one(struct irq_work *work)
{
	unsigned long running = work->flags & ~IRQ_WORK_PENDING;

	work->flags = running;
	work->func(work);
	cmpxchg(&work->flags, running, running & ~IRQ_WORK_BUSY);
}

static void irq_work_run_list(struct llist_head *list)
{
	struct irq_work *next, *work = list->first ? xchg(&list->first, NULL) : NULL;

	for (; work; work = next) {
		next = work->next;
		irq_work_run_one(work);
	}
}

/* From the IPI. */
void irq_work_run(void)
{
	irq_work_run_list(this_cpu_ptr(&raised_list));
	irq_work_run_list(this_cpu_ptr(&lazy_list));
}

/* From the timer. */
void irq_work_tick(void)
{
#ifndef HAVE_IRQ_WORK_IPI
	irq_work_run_list(this_cpu_ptr(&raised_list));
#endif
	irq_work_run_list(this_cpu_ptr(&lazy_list));
}
