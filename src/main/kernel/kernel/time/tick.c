/*
 * kernel/time/tick-common.c and tick-sched.c: the timer interrupt.
 *
 * Different: the tick does not run by itself. It is armed when lazy irq_work is queued, for the
 * moment at which it would have come; so a machine without such work has no events. A workload that
 * wants its CPU disturbed like a busy one calls tick_start().
 */

DEFINE_PER_CPU(bool, tick_running);

void arm_tick(void)
{
	hw_timer(LOCAL_TIMER_VECTOR, TICK_NSEC - local_clock() % TICK_NSEC);
}

/* From now on this CPU gets CONFIG_HZ ticks a second. */
void tick_start(void)
{
	this_cpu_write(tick_running, true);
	arm_tick();
}

/* Timekeeping, RCU and the scheduler: only the time that they take. */
static void update_process_times(void)
{
	ndelay(CONFIG_TICK_WORK_NSEC);
}

void tick_handle(void)
{
	irq_enter();
	if (this_cpu_read(tick_running)) {
		arm_tick();
		update_process_times();
	}
	irq_work_tick();
	tick_jiffies();
	irq_exit();
	softirqs_after_irq();
	if (this_cpu_read(other_tasks))
		preempt_after_irq();
}
