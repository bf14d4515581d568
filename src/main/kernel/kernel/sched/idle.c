/*
 * kernel/sched/idle.c and the architectures' process.c: a CPU's idle task. Here it is a CPU's own
 * task that runs idle() (see workloads/idle.c).
 *
 * Left out: the choice of a sleep state, nohz, polling.
 */

#ifdef CONFIG_X86
#define sleeps_for_ever native_safe_halt
#else
#define sleeps_for_ever arch_cpu_idle
#endif

static void sleeps_for_ever(void)
{
	local_irq_enable();
	lw_staged();
	for (;;)
		halt();
}

#ifdef CONFIG_X86
static void default_idle(void)
{
	sleeps_for_ever();
}
#else
#define default_idle sleeps_for_ever
#endif

static void do_idle(void)
{
	default_idle();
}

void cpu_startup_entry(void)
{
	do_idle();
}

static bool is_idle(void *place)
{
	char name[8];

	snprintf(name, sizeof(name), "%ps", place);
	return strcmp(name, "idle") == 0;
}

/* The level of idle(), with which this CPU started or which its `run' calls; -1: none. */
int idle_level(void)
{
	if (is_idle(frame_place(0)))
		return 0;
	return is_idle(frame_place(1)) ? 1 : -1;
}

bool current_is_idle(void)
{
	return idle_level() >= 0;
}

/* The task's number in dumps. */
int current_pid(void)
{
	return current_is_idle() ? 0 : current->pid;
}

const char *current_comm(char *buf, unsigned long size)
{
	if (!current_is_idle())
		return current->comm;
	snprintf(buf, size, "swapper/%d", smp_processor_id());
	return buf;
}
