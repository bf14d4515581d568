/*
 * drivers/tty/serial/8250/8250_port.c and 8250_core.c: the PC's serial port as a console.
 *
 * Left out: runtime power management, flow control, the receive side.
 */

struct uart_port serial8250_ports[NR_UARTS];
struct console univ8250_consoles[NR_UARTS];

/* 10000 polls of the line status register per character, a microsecond each. */
#define WAIT_FOR_XMITR_US 10000

static void serial8250_console_write(struct uart_port *port, const char *s, unsigned int count)
{
	unsigned long irq_state;
	bool mine;

	touch_nmi_watchdog();
	local_irq_save(irq_state);
	mine = uart_console_lock(port);
	if (!mine)
		local_irq_restore(irq_state); /* only the lock needs interrupts off */

	uart_console_write(port, s, WAIT_FOR_XMITR_US);

	if (mine)
		spin_unlock_irqrestore(&port->lock, irq_state);
}

static void univ8250_console_write(struct console *co, const char *s, unsigned int count)
{
	serial8250_console_write(&serial8250_ports[co->index], s, count);
}

#ifdef CONFIG_PRINTK_KTHREADS
/* Without the port's lock, which another CPU may hold: in a panic that CPU is stopped. */
static void univ8250_console_write_atomic(struct console *co, const char *s, unsigned int count)
{
	uart_console_write(&serial8250_ports[co->index], s, WAIT_FOR_XMITR_US);
}
#endif

static void univ8250_console_init(void)
{
	struct console *con;
	int line;

	for (line = 0; line < NR_UARTS; line++) {
		if (hw_uart_type(line) != UART_8250)
			continue;
		serial8250_ports[line].line = line;
		con = &univ8250_consoles[line];
		strscpy(con->name, "ttyS", sizeof(con->name));
		con->write = univ8250_console_write;
#ifdef CONFIG_PRINTK_KTHREADS
		con->write_atomic = univ8250_console_write_atomic;
#endif
		con->flags = CON_PRINTBUFFER | CON_ANYTIME;
		con->index = line;
		register_console(con);
	}
}
console_initcall(univ8250_console_init);
