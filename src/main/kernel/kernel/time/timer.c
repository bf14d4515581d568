/*
 * kernel/time/timer.c and jiffies.c of v5.2: jiffies, and timers that expire in it.
 *
 * Different: no tick runs by itself. A CPU sets its timer interrupt for the jiffy at which the
 * first of its timers expires, or for the next one if jiffies is read; so a machine that does
 * neither has no events, like one without a periodic tick. Any CPU that takes such an interrupt
 * advances jiffies. With interrupts off it still advances as long as another CPU is online, whose
 * tick would do it; on the last CPU it stands still.
 * Different: pending timers are in a list sorted by time, not in a wheel; so none is late by its
 * slot's size.
 */

unsigned long jiffies_64 = INITIAL_JIFFIES;

struct timer_base {
	raw_spinlock_t lock;
	struct timer_list *first; /* the one that expires next */
	struct timer_list *running_timer;
};

DEFINE_PER_CPU(struct timer_base, timer_bases);
DEFINE_PER_CPU(unsigned long, tick_target); /* the jiffy for which its interrupt is set; 0: none */

static inline unsigned long jiffies_of_clock(void)
{
	return INITIAL_JIFFIES + local_clock() / TICK_NSEC;
}

/* Never backwards: another CPU may have been here. */
static void advance_jiffies(unsigned long to)
{
	unsigned long now = READ_ONCE(jiffies_64), seen;

	while (time_before(now, to)) {
		seen = cmpxchg(&jiffies_64, now, to);
		if (seen == now)
			return;
		now = seen;
	}
}

/* Work that only a tick does, the next one. */
static inline bool work_for_tick(void)
{
	return this_cpu_read(slice_ends_at_tick) || this_cpu_ptr(&lazy_list)->first ||
	       this_cpu_ptr(&raised_list)->first;
}

/* This CPU's interrupt comes at that jiffy, or at the next if that is awaited. */
static void set_tick_for(unsigned long target, unsigned long now)
{
	unsigned long set = this_cpu_read(tick_target);

	if (set && !time_before(target, set))
		return;
	this_cpu_write(tick_target, target);
	if (this_cpu_read(tick_running))
		return;
	if (work_for_tick())
		target = now + 1;
	hw_timer(LOCAL_TIMER_VECTOR, (target - now) * TICK_NSEC - local_clock() % TICK_NSEC);
}

/* The last CPU, with interrupts off: no CPU takes ticks. */
static inline bool time_stands_still(void)
{
	return irqs_disabled() && num_online_cpus() == 1;
}

/* The value of jiffies if ticks had been taken all the time. */
unsigned long caught_up_jiffies(void)
{
	if (!time_stands_still())
		advance_jiffies(jiffies_of_clock());
	return READ_ONCE(jiffies_64);
}

/* A loop that reads it waits for the word to change, and thus for a tick. */
unsigned long get_jiffies(void)
{
	unsigned long now, set = this_cpu_read(tick_target);

	if (!irqs_disabled() && (!set || time_after(set, READ_ONCE(jiffies_64) + 1))) {
		now = caught_up_jiffies();
		set_tick_for(now + 1, now);
	} else if (irqs_disabled()) {
		return caught_up_jiffies();
	}
	return READ_ONCE(jiffies_64);
}

/* Was the interrupt the one for this jiffy? Without a clock, each one is. */
static inline bool tick_reached(unsigned long target)
{
	return local_clock() == 0 || !time_before(jiffies_of_clock() + 1, target);
}

/* From the timer interrupt. */
void tick_jiffies(void)
{
	unsigned long target = this_cpu_read(tick_target);

	if (!target)
		return;
	this_cpu_write(tick_target, 0);
	advance_jiffies(jiffies_of_clock());
	if (!tick_reached(target)) {
		set_tick_for(target, READ_ONCE(jiffies_64));
		return;
	}
	advance_jiffies(target); /* the clock may be slightly early */
	__raise_softirq_irqoff(TIMER_SOFTIRQ);
}

/* ---- timers ---- */

/* After those that expire no later. */
static void enqueue_timer(struct timer_base *base, struct timer_list *timer)
{
	struct timer_list **link = &base->first;

	while (*link && !time_before(timer->expires, (*link)->expires))
		link = &(*link)->next;
	timer->next = *link;
	*link = timer;
	timer->queued_on = smp_processor_id() + 1;
}

static void dequeue_timer(struct timer_base *base, struct timer_list *timer)
{
	struct timer_list **link = &base->first;

	while (*link != timer)
		link = &(*link)->next;
	*link = timer->next;
	timer->queued_on = 0;
}

/* Removes a timer from whichever CPU's list it is in; interrupts are off. 1 if it was pending. */
static int detach_timer(struct timer_list *timer)
{
	int cpu;

	while ((cpu = READ_ONCE(timer->queued_on)) != 0) {
		struct timer_base *base = per_cpu_ptr(&timer_bases, cpu - 1);
		bool here;

		raw_spin_lock(&base->lock);
		here = timer->queued_on == cpu;
		if (here)
			dequeue_timer(base, timer);
		raw_spin_unlock(&base->lock);
		if (here)
			return 1;
	}
	return 0;
}

/* On this CPU, whatever the timer was set for before. 1 if it was pending. */
int mod_timer(struct timer_list *timer, unsigned long expires)
{
	struct timer_base *base = this_cpu_ptr(&timer_bases);
	unsigned long now = caught_up_jiffies(), flags;
	int pending;

	BUG_ON(!timer->function);
	local_irq_save(flags);
	pending = detach_timer(timer);
	raw_spin_lock(&base->lock);
	timer->expires = expires;
	enqueue_timer(base, timer);
	raw_spin_unlock(&base->lock);
	set_tick_for(time_after(expires, now) ? expires : now + 1, now);
	local_irq_restore(flags);
	return pending;
}

void add_timer(struct timer_list *timer)
{
	BUG_ON(timer_pending(timer));
	mod_timer(timer, timer->expires);
}

/* Its function may be running. 1 if it was pending. */
int del_timer(struct timer_list *timer)
{
	unsigned long flags;
	int pending;

	local_irq_save(flags);
	pending = detach_timer(timer);
	local_irq_restore(flags);
	return pending;
}

static bool timer_runs(struct timer_list *timer)
{
	int cpu;

	for_each_possible_cpu(cpu) {
		if (READ_ONCE(per_cpu_ptr(&timer_bases, cpu)->running_timer) == timer)
			return true;
	}
	return false;
}

/* Returns once its function no longer runs: never, if called on the CPU that runs it. */
int del_timer_sync(struct timer_list *timer)
{
	int pending = del_timer(timer);

	WARN_ON(in_irq());
	while (timer_runs(timer))
		cpu_relax();
	return pending | del_timer(timer);
}

/* The function may set its timer again: it is no longer pending. */
static void expire_timer(struct timer_base *base, struct timer_list *timer)
{
	dequeue_timer(base, timer);
	base->running_timer = timer;
	raw_spin_unlock_irq(&base->lock);
	timer->function(timer);
	raw_spin_lock_irq(&base->lock);
	base->running_timer = NULL;
}

/* It may run late, if bottom halves were disabled. */
static void run_timer_softirq(void)
{
	struct timer_base *base = this_cpu_ptr(&timer_bases);
	unsigned long now = caught_up_jiffies();

	raw_spin_lock_irq(&base->lock);
	while (base->first && !time_before(now, base->first->expires)) {
		expire_timer(base, base->first);
		now = READ_ONCE(jiffies_64);
	}
	if (base->first)
		set_tick_for(base->first->expires, now);
	raw_spin_unlock_irq(&base->lock);
}

static void init_timers(void)
{
	open_softirq(TIMER_SOFTIRQ, run_timer_softirq);
}
early_initcall(init_timers);
