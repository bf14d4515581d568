/*
 * Tasks. A CPU has its own task, which runs the CPU's workload, and may also have kernel threads; a
 * task stays on its CPU. See kernel/sched/schedule.c.
 */
struct task_struct {
	int pid;
	char comm[16];
	long state;
	int cpu;
	int index; /* 0: the CPU's own task; otherwise the index of a kernel thread */
	int stack; /* + 1; 0: it has not run yet */
	bool user; /* it represents a process in user space, which any kernel preempts */
	int (*threadfn)(void *data);
	void *data;
	unsigned long thread_flags;
	int exit_code;
	struct task_struct *stopper; /* the task that waits for its end */
	struct timer_list timer;
	struct wait_queue_head *waits_on;
	struct task_struct *wait_next; /* next in that queue */
#ifdef CONFIG_PREEMPT_RT
	int rt_priority; /* its own: 0 for an ordinary task, otherwise 1 to 99 */
	int prio; /* its own, or that lent by waiters */
	raw_spinlock_t pi_lock;
	struct rt_mutex_waiter *pi_waiters; /* first waiters of its mutexes, most urgent first */
	struct rt_mutex_waiter *pi_blocked_on;
#endif
};

#define TASK_RUNNING 0L
#define TASK_INTERRUPTIBLE 1L
#define TASK_UNINTERRUPTIBLE 2L
#define TASK_DEAD 0x80L
#define TASK_NEW 0x800L

#define MAX_KTHREADS 15 /* in total; a CPU has stacks for seven of them */
#define MAX_SCHEDULE_TIMEOUT ((long)(~0UL >> 1))

struct pt_regs {
	int unused; /* only the presence of registers is ever tested */
};

#define current (this_cpu_read(current_task) ?: this_cpu_ptr(&cpu_task))
/* A kernel thread starts in thread_begins(); dumps show the kernel's own function instead. */
#define outermost_level() (this_cpu_read(current_task) ? 1 : idle_level() + 1)
#define current_pt_regs() this_cpu_ptr(&cpu_regs)

/* This CPU remembers that its task is about to sleep, so that schedule() need not read memory. */
#define set_current_state(s) do { \
	this_cpu_write(falls_asleep, (s) != TASK_RUNNING); \
	WRITE_ONCE(current->state, s); \
} while (0)
#define __set_current_state(s) set_current_state(s)

/* In a loop of a task that has its CPU to itself and has not announced sleep: such a CPU waits. */
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

/* Sleeps while this holds; whoever ends it wakes the task. */
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

/* The waiter of a task, where other CPUs can reach it: the CPU's own, or the thread's. */
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
