/*
 * Tasks. A CPU has one of its own, which runs the CPU's workload, and may have kernel threads
 * besides; a task stays on its CPU. See kernel/sched/schedule.c.
 */
struct task_struct {
	int pid;
	char comm[16];
	long state;
	int cpu;
	int index; /* 0: the CPU's own task; else that of a kernel thread among all */
	int stack; /* + 1; 0: it has not run yet */
	bool user; /* it stands for a process in user space, which any kernel preempts */
	int (*threadfn)(void *data);
	void *data;
	unsigned long thread_flags;
	int exit_code;
	struct task_struct *stopper; /* who waits for its end */
	struct timer_list timer;
	struct wait_queue_head *waits_on;
	struct task_struct *wait_next; /* in that line */
#ifdef CONFIG_PREEMPT_RT
	int rt_priority; /* its own: 0 for an ordinary task, else 1 to 99 */
	int prio; /* that, or what waiters lend it */
	raw_spinlock_t pi_lock;
	struct rt_mutex_waiter *pi_waiters; /* the first of each mutex that it owns, the most urgent first */
	struct rt_mutex_waiter *pi_blocked_on;
#endif
};

#define TASK_RUNNING 0L
#define TASK_INTERRUPTIBLE 1L
#define TASK_UNINTERRUPTIBLE 2L
#define TASK_DEAD 0x80L
#define TASK_NEW 0x800L

#define MAX_KTHREADS 15 /* in all; a CPU has stacks for seven of them */
#define MAX_SCHEDULE_TIMEOUT ((long)(~0UL >> 1))

struct pt_regs {
	int unused; /* only "are there registers?" is ever asked */
};

#define current (this_cpu_read(current_task) ?: this_cpu_ptr(&cpu_task))
/* A kernel thread begins in thread_begins(); dumps show what the kernel has in its place. */
#define outermost_level() (this_cpu_read(current_task) ? 1 : idle_level() + 1)
#define current_pt_regs() this_cpu_ptr(&cpu_regs)

/* This CPU remembers that its task is about to sleep, so that schedule() need not ask memory. */
#define set_current_state(s) do { \
	this_cpu_write(falls_asleep, (s) != TASK_RUNNING); \
	WRITE_ONCE(current->state, s); \
} while (0)
#define __set_current_state(s) set_current_state(s)

/* In a loop of a task that has its CPU to itself and does not say that it sleeps: such a CPU waits. */
#define schedule() do { \
	if (this_cpu_read(falls_asleep) || this_cpu_read(other_tasks)) \
		schedule(); \
	else \
		cpu_relax(); \
} while (0)
#define yield() schedule()
#define cond_resched() do { \
	if (this_cpu_read(resched_wanted)) \
		resched_if_possible(); \
} while (0)
#define need_resched() this_cpu_read(resched_wanted)

/* Sleeps while that holds; whoever ends it wakes the task. */
#define sleep_while(cond) do { \
	this_cpu_write(sleeps_in_place, true); \
	while (cond) { \
		if (this_cpu_read(other_tasks)) \
			set_current_state(TASK_UNINTERRUPTIBLE); \
		if (!this_cpu_read(other_tasks) || (cond)) \
			schedule(); \
	} \
	if (this_cpu_read(other_tasks)) \
		set_current_state(TASK_RUNNING); \
	this_cpu_write(sleeps_in_place, false); \
} while (0)

/* What a task waits with where another CPU has to reach it: the CPU's own, or that of the thread. */
#define own_waiter(first, threads) \
	(this_cpu_read(current_task) ? &(threads)[current->index] : this_cpu_ptr(&(first)))

#ifdef CONFIG_DEBUG_ATOMIC_SLEEP
#define might_sleep() __might_sleep(__FILE__, __LINE__)
#else
#define might_sleep() do { } while (0)
#endif
#define in_atomic() (preempt_count() != 0)

enum system_states {
	SYSTEM_BOOTING,
	SYSTEM_SCHEDULING,
	SYSTEM_RUNNING,
	SYSTEM_HALT,
	SYSTEM_POWER_OFF,
	SYSTEM_RESTART,
};
