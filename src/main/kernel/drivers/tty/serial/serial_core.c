/*
 * drivers/tty/serial/serial_core.c: what serial consoles share.
 */

/*
 * Sends the text; '\n' goes out as CR LF. limit_us: how long the port waits for each character
 * before it writes it all the same; 0: for ever.
 */
void uart_console_write(struct uart_port *port, const char *text, unsigned long limit_us)
{
	hw_uart_tx(port->line, text, limit_us);
}

/*
 * Takes the port for a console. In an oops its owner may be dead, so nobody waits for it then: false,
 * and the text goes out all the same.
 */
inline bool uart_console_lock(struct uart_port *port)
{
	if (oops_in_progress)
		return spin_trylock(&port->lock);
	spin_lock(&port->lock);
	return true;
}
