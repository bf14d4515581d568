/* CPUs that print. */

/* Prints a line every 100 ms, like a quiet system. */
void print_task(void)
{
	unsigned long n;

	lw_staged();
	for (n = 1; ; n++) {
		printk(KERN_INFO "all is well, line %lu\n", n);
		mdelay(100);
	}
}

/* A healthy CPU: prints this many lines, then has nothing to do. */
void print_lines(unsigned int lines)
{
	unsigned int n;

	local_irq_enable();
	lw_staged();
	for (n = 1; n <= lines; n++)
		printk(KERN_INFO "all is well, line %u\n", n);
	for (;;)
		halt();
}

#ifdef HAVE_PRINTK_SAFE_BUFFERS
/* A healthy CPU: empties the printk-safe buffers, with a line of its own in them; then is idle. */
void flush_safe_line(void)
{
	unsigned long flags;

	local_irq_enable();
	lw_staged();
	printk_safe_enter_irqsave(flags);
	printk(KERN_INFO "backtrace of this CPU\n");
	printk_safe_exit_irqrestore(flags);
	printk_safe_flush();
	for (;;)
		halt();
}
#endif

/*
 * A process that writes lines of this length to /dev/kmsg, pausing pause_us in between. It gets
 * timer interrupts, as a busy CPU does: one that became due while the process waited for the
 * consoles arrives as soon as it has them, before it prints.
 */
void devkmsg_flood(int length, unsigned int pause_us)
{
	char line[LOG_LINE_MAX];
	unsigned long n;

	tick_start();
	for (n = 0; ; n++) {
		snprintf(line, sizeof(line), "%0*lu", length, n);
		devkmsg_write(line);
		if (n == 0)
			lw_staged();
		udelay(pause_us);
	}
}

/* The flood of the reporter of 2022: lines of 991 characters, from a shell loop. */
void printk_flood(void)
{
	devkmsg_flood(991, 200);
}

/* The same from kernel code that never enables interrupts. */
void printk_flood_irqs_off(void)
{
	unsigned long n;

	local_irq_disable();
	for (n = 0; ; n++) {
		printk(KERN_INFO "%090lu\n", n);
		if (n == 0)
			lw_staged();
		udelay(10);
	}
}

/* Lines of chatty_irqs_off(); 0: endless, and so are its states. */
unsigned int chatty_lines;

/* Loops with interrupts off, and prints that every period_us. */
void chatty_irqs_off(unsigned int period_us)
{
	unsigned long n;

	local_irq_disable();
	lw_staged();
	for (n = 1; !chatty_lines || n <= chatty_lines; n++) {
		printk(KERN_INFO "still here, line %lu\n", n);
		udelay(period_us);
	}
	for (;;)
		udelay(period_us);
}

#ifdef HAVE_PRINTK_SAFE_BUFFERS
/*
 * Empties the printk-safe buffers over and over, as a stall report does after each backtrace. They
 * get a new line only every 20 ms: with more than the console can take, from a writer that never
 * waits, panic() would print for ever.
 */
void safe_flush_flood(void)
{
	unsigned long n, flags;

	local_irq_disable();
	for (n = 0; ; n++) {
		if (n % 2000 == 0) {
			printk_safe_enter_irqsave(flags);
			printk(KERN_INFO "backtrace line %lu\n", n);
			printk_safe_exit_irqrestore(flags);
		}
		printk_safe_flush();
		if (n == 0)
			lw_staged();
		udelay(10);
	}
}
#endif

/* ---- stuck in the middle ---- */

/* Where a serial driver holds its port's lock; for a firmware console, its entry. */
void *inside_console_driver(void)
{
	if (hw_uart_type(0) == UART_FIRMWARE)
		return (void *)hvc_console_print;
	return (void *)uart_console_write;
}

static void never_return(void)
{
	lw_staged();
	for (;;)
		;
}

/* Prints a line and never leaves the driver: it holds console_sem and the port's lock. */
void stuck_in_console_driver(void)
{
	hw_breakpoint(inside_console_driver(), (void *)never_return);
	printk(KERN_INFO "the last line of this CPU\n");
	lw_staged(); /* not reached: marks a state to wait for */
}

#ifdef HAVE_PRINTK_SAFE_BUFFERS
/* Flushes a printk-safe buffer and never finishes: it holds read_lock. */
void stuck_in_safe_flush(void)
{
	unsigned long flags;

	local_irq_disable();
	printk_safe_enter_irqsave(flags);
	printk(KERN_INFO "backtrace of this CPU\n");
	printk_safe_exit_irqrestore(flags);
	hw_breakpoint((void *)printk_safe_flush_line, (void *)never_return);
	printk_safe_flush();
	lw_staged(); /* not reached: marks a state to wait for */
}
#endif

#ifdef HAVE_PRINTK_RINGBUFFER
/*
 * Reserves a record and never commits it, interrupts off. Messages printed meanwhile are stored
 * after it, where nobody reads them.
 */
void reserve_and_never_commit(void)
{
	u64 seq;

	local_irq_disable();
	prb_reserve(&seq, 20);
	lw_staged();
	for (;;)
		;
}
#endif

/* Is about to format a message, and never does: up to 5.14 it holds logbuf_lock. */
void stuck_in_vprintk_store(void)
{
	hw_breakpoint((void *)vprintk_store, (void *)never_return);
	printk(KERN_INFO "the last line of this CPU\n");
	lw_staged(); /* not reached: marks a state to wait for */
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
/* Has reserved a record, and never writes it. */
void stuck_in_printk_sprint(void)
{
	hw_breakpoint((void *)printk_sprint, (void *)never_return);
	printk(KERN_INFO "the last line of this CPU\n");
	lw_staged(); /* not reached: marks a state to wait for */
}
#endif
