/*
 * The part of kernel/sched/core.c that is not in schedule.c: the CPUs' own tasks, and
 * preempt_count.
 */

DEFINE_PER_CPU(int, __preempt_count);
DEFINE_PER_CPU(struct task_struct, cpu_task);
DEFINE_PER_CPU(struct pt_regs, cpu_regs);

enum system_states system_state = SYSTEM_RUNNING;

/* One line per task (panic_print bit 0). */
void show_state(void)
{
	struct task_struct *task;
	int cpu;

	printk(KERN_INFO "  task                        PC stack   pid father\n");
	for_each_possible_cpu(cpu) {
		task = per_cpu_ptr(&cpu_task, cpu);
		printk(KERN_INFO "%-15.15s R  running task        0 %5d      1\n", task->comm,
		       task->pid);
	}
}

static void name_tasks(void)
{
	struct task_struct *task;
	int cpu;

	for_each_possible_cpu(cpu) {
		task = per_cpu_ptr(&cpu_task, cpu);
		task->pid = 100 + cpu;
		task->cpu = cpu;
		snprintf(task->comm, sizeof(task->comm), "task%d", cpu);
	}
}
early_initcall(name_tasks);
