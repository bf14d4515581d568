/*
 * Printing threads of PREEMPT_RT's kernels from 5.10 on: printk() only stores a message, and a thread for each
 * console prints it. In a panic, consoles that can write in any context are written to directly.
 *
 * As seen in real runs of 5.10.223-rt; 5.15-rt and 5.18-rt are assumed to do the same. Left out:
 * prefixes of such lines, messages missed by a console.
 * Simplified: a thread stays on one CPU, the last one unless printers_cpu says otherwise.
 */
#ifdef CONFIG_PRINTK_KTHREADS

int printers_cpu = -1;

/* The panicking CPU prints itself; this is never undone. */
bool printk_sync_mode;

/* Its text; the threads use console_text. */
static char sync_text[LOG_LINE_MAX + PREFIX_MAX];

/* The console's next line, and the record after it; returns its length, 0 at the end of the log. */
static size_t printer_next_line(struct console *con, char *text, size_t size, u64 *next)
{
	u64 seq = con->printer_seq;
	struct printk_info *info;
	size_t len = 0;

	while (!len && (info = prb_read_valid(&seq)) != NULL) {
		if (!suppress_message_printing(info->level & 7))
			len = record_print_text(info, false, printk_time, text, size);
		seq++;
	}
	*next = seq;
	return len;
}

static inline bool printer_is_behind(struct console *con)
{
	u64 seq = con->printer_seq;

	return prb_read_valid(&seq) != NULL;
}

/* The owner of the consoles keeps the thread from printing. */
static inline void printer_prints_line(struct console *con)
{
	size_t len;
	u64 next;

	console_lock();
	len = printer_next_line(con, console_text, sizeof(console_text), &next);
	if (len)
		con->write(con, console_text, len);
	/* It is sent only now: panic() waits for that. */
	WRITE_ONCE(con->printer_seq, next);
	console_locked = 0;
	up_console_sem();
}

static int printk_kthread_func(void *data)
{
	struct console *con = data;

	for (;;) {
		set_current_state(TASK_INTERRUPTIBLE);
		if (!printer_is_behind(con))
			schedule();
		set_current_state(TASK_RUNNING);
		if (printer_is_behind(con))
			printer_prints_line(con);
	}
	return 0;
}

static void start_printers(void)
{
	int cpu = printers_cpu >= 0 ? printers_cpu : num_online_cpus() - 1;
	struct console *con;

	for_each_console(con) {
		con->printer = kthread_create(printk_kthread_func, con, "pr/%s%d", con->name,
					      con->index);
		kthread_bind(con->printer, cpu);
		wake_up_process(con->printer);
	}
}
late_initcall(start_printers);

static void wake_printers(struct irq_work *work)
{
	struct console *con;

	for_each_console(con)
		wake_up_process(con->printer);
}

DEFINE_PER_CPU(struct irq_work, printer_work) = {
	.func = wake_printers,
};

static inline void write_pending_atomically(struct console *con)
{
	size_t len;
	u64 next;

	do {
		len = printer_next_line(con, sync_text, sizeof(sync_text), &next);
		con->printer_seq = next;
		if (len)
			con->write_atomic(con, sync_text, len);
	} while (len);
}

static inline void print_in_sync_mode(void)
{
	struct console *con;

	for_each_console(con) {
		if (con->write_atomic)
			write_pending_atomically(con);
	}
}

/* From printk(). An NMI cannot wake a task: the interrupt that does so comes after the NMI. */
void printk_to_printers(void)
{
	if (READ_ONCE(printk_sync_mode))
		print_in_sync_mode();
	else if (in_nmi())
		irq_work_queue(this_cpu_ptr(&printer_work));
	else
		wake_printers(NULL);
}

/* Gives up on a console that prints nothing for a second. */
static inline void wait_for_printer(struct console *con, u64 goal)
{
	int left = 0;
	u64 seen;

	while (left >= 0 && READ_ONCE(con->printer_seq) < goal) {
		seen = con->printer_seq;
		left = 1000;
		while (READ_ONCE(con->printer_seq) == seen && left--)
			mdelay(1);
	}
}

/* In panic(), before anything is stopped: the threads may still print. Then this CPU must. */
void pr_flush_before_sync_mode(void)
{
	u64 goal = prb_next_seq();
	struct console *con;

	for_each_console(con)
		wait_for_printer(con, goal);
	WRITE_ONCE(printk_sync_mode, true);
}

#endif
