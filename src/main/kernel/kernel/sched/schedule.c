/*
 * kernel/sched/core.c of v5.2, the scheduler itself: which task a CPU runs next when its task
 * sleeps, ends, or has run for a tick.
 *
 * A CPU has one task of its own and, perhaps, kernel threads. Each has a stack, which hardware
 * switches. Runnable tasks that are not running are bits of a word, and take turns by their
 * numbers: there are no priorities, and a time slice is a tick.
 *
 * If there is nothing to do, a CPU sleeps on the stack of the task that it left last. The
 * CPU's own task acts as its idle task once an interrupt finds it asleep, or done with its
 * workload: it continues when nothing else can.
 *
 * Left out: load balancing (a task stays on its CPU), nice values, real-time classes, cgroups.
 */

struct rq {
	raw_spinlock_t lock;
	struct task_struct *curr; /* NULL: the CPU's own task */
	unsigned long runnable; /* runnable tasks that are not running, by index */
	bool idle; /* asleep in schedule() */
};

DEFINE_PER_CPU(struct rq, runqueues);
DEFINE_PER_CPU(struct task_struct *, current_task); /* NULL: the CPU's own */
DEFINE_PER_CPU(bool, other_tasks); /* it has had tasks other than its own */
DEFINE_PER_CPU(bool, falls_asleep);
DEFINE_PER_CPU(bool, sleeps_in_place);
DEFINE_PER_CPU(bool, resched_wanted);
DEFINE_PER_CPU(bool, in_idle_loop);
DEFINE_PER_CPU(bool, own_task_idles);
DEFINE_PER_CPU(bool, slice_ends_at_tick);

struct task_struct kthreads[MAX_KTHREADS + 1]; /* the first is unused */

/* The macro is for tasks that may have their CPU to themselves; this is its full form. */
#undef schedule

#define task_bit(index) (1UL << (index))

static inline struct task_struct *task_of(int index)
{
	return index ? &kthreads[index] : this_cpu_ptr(&cpu_task);
}

/* The next runnable one after the current task, in turn. */
static inline int next_in_turn(unsigned long runnable, int index)
{
	unsigned long behind = runnable & (~1UL << index);

	return __ffs(behind ? behind : runnable);
}

/* Caller holds the lock, with interrupts off. They are on while it sleeps. */
static inline void sleep_until_interrupt(struct rq *rq)
{
	rq->idle = true;
	raw_spin_unlock(&rq->lock);
	this_cpu_write(in_idle_loop, true);
	safe_halt();
	local_irq_disable();
	this_cpu_write(in_idle_loop, false);
	raw_spin_lock(&rq->lock);
	rq->idle = false;
}

/* The task to run next; it is removed from the runnable ones. */
static inline struct task_struct *pick_next_task(struct rq *rq, struct task_struct *prev)
{
	int index;

	while (!rq->runnable) {
		if (this_cpu_read(own_task_idles))
			return task_of(0);
		sleep_until_interrupt(rq);
	}
	index = next_in_turn(rq->runnable, prev->index);
	rq->runnable &= ~task_bit(index);
	return task_of(index);
}

/* The other end of a switch: the new task releases what the previous one has locked. */
static inline void finish_task_switch(struct rq *rq)
{
	if (rq->runnable && (IS_ENABLED(CONFIG_PREEMPT) || current->user)) {
		this_cpu_write(slice_ends_at_tick, true);
		arm_tick();
	}
	raw_spin_unlock(&rq->lock);
}

/* A thread's first function. Interrupts are off. */
static void thread_begins(void)
{
	struct task_struct *me = current;

	finish_task_switch(this_cpu_ptr(&runqueues));
	local_irq_enable();
	do_exit(me->threadfn(me->data));
}

static inline int stack_of(struct task_struct *task)
{
	if (task->index == 0)
		return 0;
	if (!task->stack)
		task->stack = hw_new_stack((void *)thread_begins) + 1;
	if (!task->stack)
		panic("no stack for %s: a CPU has seven kernel threads at most\n", task->comm);
	return task->stack - 1;
}

/* Returns when this task runs again. */
static inline void context_switch(struct rq *rq, struct task_struct *prev, struct task_struct *next)
{
	struct task_struct *thread = next->index ? next : NULL;

	rq->curr = thread;
	this_cpu_write(other_tasks, true);
	this_cpu_write(current_task, thread);
	hw_switch_stack(stack_of(next), prev->state != TASK_DEAD);
}

/* Interrupts are off. A preempted task stays runnable, whatever it was about to do. */
static void __schedule(bool preempted)
{
	struct rq *rq = this_cpu_ptr(&runqueues);
	struct task_struct *prev = current, *next;
	bool idles = prev->index == 0 && this_cpu_read(own_task_idles);

	this_cpu_write(falls_asleep, false);
	this_cpu_write(resched_wanted, false);
	raw_spin_lock(&rq->lock);
	if (!idles && (preempted || prev->state == TASK_RUNNING))
		rq->runnable |= task_bit(prev->index);
	next = pick_next_task(rq, prev);
	if (next != prev)
		context_switch(rq, prev, next);
	finish_task_switch(this_cpu_ptr(&runqueues));
}

/* Not in a panic or oops, whose messages matter more. */
static void __schedule_bug(void)
{
	if (oops_in_progress)
		return;
	printk(KERN_ERR "BUG: scheduling while atomic: %s/%d/0x%08x\n", current->comm, current->pid,
	       preempt_count());
	dump_stack();
	add_taint(TAINT_WARN, LOCKDEP_STILL_OK);
}

static inline bool schedules_while_atomic(void)
{
#ifdef PREEMPT_COUNTED
	return preempt_count() != 0;
#else
	return in_interrupt();
#endif
}

/* Runs another task. Returns with interrupts on, however it was called. */
void schedule(void)
{
	if (schedules_while_atomic()) {
		__schedule_bug();
		this_cpu_write(__preempt_count, 0);
	}
	local_irq_disable();
	__schedule(false);
	local_irq_enable();
}

/* ---- preemption ---- */

static inline bool current_preemptible(void)
{
	bool may = IS_ENABLED(CONFIG_PREEMPT) || current->user;

	return this_cpu_read(sleeps_in_place) || (may && preempt_count() == 0);
}

/* At the end of an interrupt, with interrupts off. */
void preempt_after_irq(void)
{
	struct rq *rq = this_cpu_ptr(&runqueues);
	bool idle = hw_was_idle();

	if (this_cpu_read(in_idle_loop))
		return;
	this_cpu_write(other_tasks, true);
	this_cpu_write(slice_ends_at_tick, false);
	if (this_cpu_read(current_task) == NULL)
		this_cpu_write(own_task_idles, idle);
	if (!READ_ONCE(rq->runnable))
		return;
	if (!idle && !current_preemptible())
		this_cpu_write(resched_wanted, true);
	else
		__schedule(true);
}

/* From preempt_enable() and cond_resched(). */
void resched_if_possible(void)
{
	if (preempt_count() == 0 && !irqs_disabled())
		schedule_preempted();
}

void schedule_preempted(void)
{
	local_irq_disable();
	__schedule(true);
	local_irq_enable();
}

#ifdef CONFIG_X86
#define SCHEDULER_IPI smp_reschedule_interrupt
#else
#define SCHEDULER_IPI handle_ipi_reschedule
#endif

/* A task of this CPU has been woken. */
__interrupt(RESCHEDULE_VECTOR) void SCHEDULER_IPI(void)
{
	irq_enter();
	irq_exit();
	preempt_after_irq();
}

/* From the machine: the function with which this CPU started has returned: its task is over. */
__interrupt(TASK_OVER_VECTOR) void own_task_is_over(void)
{
	irq_enter();
	irq_exit();
	preempt_after_irq();
}

/* ---- waking up ---- */

/* 1 if it was asleep. It may be on its way into schedule(), which then returns at once. */
int wake_up_process(struct task_struct *task)
{
	struct rq *rq;
	unsigned long flags;
	bool asleep, out;

	if (task == NULL || READ_ONCE(task->state) == TASK_RUNNING)
		return 0;
	rq = per_cpu_ptr(&runqueues, task->cpu);
	raw_spin_lock_irqsave(&rq->lock, flags);
	asleep = task->state != TASK_RUNNING && task->state != TASK_DEAD;
	out = rq->idle || rq->curr != (task->index ? task : NULL);
	if (asleep) {
		task->state = TASK_RUNNING;
		if (out)
			rq->runnable |= task_bit(task->index);
	}
	raw_spin_unlock(&rq->lock);
	/* If asleep in schedule(), this CPU checks by itself after the interrupt that it is in. */
	if (asleep && out && !this_cpu_read(in_idle_loop) || asleep && task->cpu != smp_processor_id())
		hw_send_ipi(cpumask_of(task->cpu), RESCHEDULE_VECTOR);
	local_irq_restore(flags);
	return asleep;
}

/* ---- time ---- */

static void process_timeout(struct timer_list *timer)
{
	wake_up_process(container_of(timer, struct task_struct, timer));
}

/* In the state that was set. Returns the time left if it was woken early. */
long schedule_timeout(long timeout)
{
	struct task_struct *task = current;
	unsigned long end = caught_up_jiffies() + timeout;
	long left;

	if (timeout == MAX_SCHEDULE_TIMEOUT) {
		schedule();
		return timeout;
	}
	timer_setup(&task->timer, process_timeout, 0);
	mod_timer(&task->timer, end);
	schedule();
	del_timer_sync(&task->timer);
	left = end - caught_up_jiffies();
	return left < 0 ? 0 : left;
}

long schedule_timeout_uninterruptible(long timeout)
{
	set_current_state(TASK_UNINTERRUPTIBLE);
	return schedule_timeout(timeout);
}

long schedule_timeout_interruptible(long timeout)
{
	set_current_state(TASK_INTERRUPTIBLE);
	return schedule_timeout(timeout);
}

/* At least this long. */
void msleep(unsigned int ms)
{
	long left = msecs_to_jiffies(ms) + 1;

	while (left)
		left = schedule_timeout_uninterruptible(left);
}

/* Nothing sends signals here. */
unsigned long msleep_interruptible(unsigned int ms)
{
	msleep(ms);
	return 0;
}

/* A tick is this machine's finest alarm: for less, the CPU busy-waits. */
void usleep_range(unsigned long min, unsigned long max)
{
	might_sleep();
	if (max < TICK_NSEC / 1000)
		udelay(min);
	else
		msleep((min + 999) / 1000);
}

/* ---- the end of a task ---- */

/*
 * Of the current task. If its CPU has no other, this returns to the handler of the trap that kills
 * it, and the CPU idles.
 */
void do_exit(long code)
{
	struct task_struct *task = current;

	if (in_interrupt())
		panic("Aiee, killing interrupt handler!");
	if (task->pid == 0)
		panic("Attempted to kill the idle task!");
	if (task->pid == 1)
		panic("Attempted to kill init! exitcode=0x%08lx\n", code);
	if (!this_cpu_read(other_tasks))
		return;
	if (preempt_count())
		pr_info("note: %s[%d] exited with preempt_count %d\n", task->comm, task->pid,
			preempt_count());
	this_cpu_write(__preempt_count, 0);
	local_irq_disable();
	task->exit_code = code;
	WRITE_ONCE(task->state, TASK_DEAD);
	wake_up_process(READ_ONCE(task->stopper));
	__schedule(false);
}

/* May a task sleep here? In an oops or a panic nothing complains. */
static inline bool sleeping_is_wrong(void)
{
	return !oops_in_progress && (in_atomic() || irqs_disabled());
}

/* The second line: which of the two it is, and which task is to blame. */
static inline void show_who_sleeps(struct task_struct *task)
{
	pr_err("in_atomic(): %d, irqs_disabled(): %d, pid: %d, name: %s\n", in_atomic(),
	       irqs_disabled(), task->pid, task->comm);
}

void __might_sleep(const char *file, int line)
{
	if (!sleeping_is_wrong())
		return;
	pr_err("BUG: sleeping function called from invalid context at %s:%d\n", file, line);
	show_who_sleeps(current);
	dump_stack();
	add_taint(TAINT_WARN, LOCKDEP_STILL_OK);
}
