/*
 * drivers/tty/serial/amba-pl011.c: the serial port of ARM's machines as a console. It waits for its
 * hardware without limit.
 *
 * Left out: clocks (clk_enable() takes a lock first), the receive side.
 */

struct uart_port amba_ports[NR_UARTS];
struct console amba_consoles[NR_UARTS];

/* Set while a sysrq key from this port is handled: its lock is then held. */
int amba_port_sysrq;

static void pl011_console_write(struct console *co, const char *s, unsigned int count)
{
	struct uart_port *port = &amba_ports[co->index];
	unsigned long irq_state;
	bool mine = false;

	local_irq_save(irq_state);
	if (!amba_port_sysrq)
		mine = uart_console_lock(port);
	uart_console_write(port, s, 0);
	if (mine)
		spin_unlock(&port->lock);
	local_irq_restore(irq_state);
}

static void pl011_console_init(void)
{
	struct console *con;
	int line;

	for (line = 0; line < NR_UARTS; line++) {
		if (hw_uart_type(line) != UART_PL011)
			continue;
		amba_ports[line].line = line;
		con = &amba_consoles[line];
		strscpy(con->name, "ttyAMA", sizeof(con->name));
		con->write = pl011_console_write;
		con->flags = CON_PRINTBUFFER | CON_ANYTIME;
		con->index = line;
		register_console(con);
	}
}
console_initcall(pl011_console_init);
