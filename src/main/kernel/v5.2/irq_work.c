/*
 * kernel/irq_work.c of v5.2: work for the next hard interrupt of this CPU.
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

/* False when it is queued already. */
bool irq_work_queue(struct irq_work *work)
{
	if (!irq_work_claim(work))
		return false;

	preempt_disable();
	if (work->flags & IRQ_WORK_LAZY) {
		llist_add(work, this_cpu_ptr(&lazy_list));
		arm_tick();
	} else {
		llist_add(work, this_cpu_ptr(&raised_list));
#ifdef HAVE_IRQ_WORK_IPI
		arch_irq_work_raise();
#else
		arm_tick();
#endif
	}
	preempt_enable();
	return true;
}

static void irq_work_run_list(struct llist_head *list)
{
	struct irq_work *work = xchg(&list->first, NULL), *next;
	unsigned long flags;

	while (work) {
		next = work->next;
		/* From here on it may be queued anew. */
		flags = work->flags & ~IRQ_WORK_PENDING;
		xchg(&work->flags, flags);
		work->func(work);
		cmpxchg(&work->flags, flags, flags & ~IRQ_WORK_BUSY);
		work = next;
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
