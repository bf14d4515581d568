/* Processes next to the one that dies: what goes on when the kernel claims that it does not. */

static void start_process(int (*life)(void *unused), const char *name)
{
	struct task_struct *process = kthread_create(life, NULL, "%s", name);

	process->user = true;
	wake_up_process(process);
}

/* A shell script that prints a line now and then. */
static int ping(void *unused)
{
	for (;;) {
		hw_uart_tx(0, "Ping\n", 0);
		msleep(200);
	}
	return 0;
}

static int compute(void *unused)
{
	for (;;)
		;
	return 0;
}

/* One script prints, another writes to /proc/sysrq-trigger. */
void panic_beside_pinging_process(void)
{
	start_process(ping, "ping.sh");
	msleep(100);
	wait_for_others();
	panic("sysrq triggered crash\n");
}

/* A process computes, and gets the CPU at every other tick. */
void panic_beside_busy_process(void)
{
	start_process(compute, "compute");
	wait_for_others();
	panic("sysrq triggered crash\n");
}
