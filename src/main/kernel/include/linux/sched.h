/*
 * Tasks. A CPU has one task for ever: there is no scheduler. A task that sleeps is a CPU that waits
 * with interrupts on.
 */
struct task_struct {
	int pid;
	char comm[16];
};

struct pt_regs {
	int unused; /* only "are there registers?" is ever asked */
};

#define current this_cpu_ptr(&cpu_task)
#define current_pt_regs() this_cpu_ptr(&cpu_regs)
#define schedule() cpu_relax()
#define cond_resched() do { } while (0)

enum system_states {
	SYSTEM_BOOTING,
	SYSTEM_SCHEDULING,
	SYSTEM_RUNNING,
	SYSTEM_HALT,
	SYSTEM_POWER_OFF,
	SYSTEM_RESTART,
};
