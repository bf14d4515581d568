/*
 * drivers/tty/serial/serial_core.c: what serial consoles have in common.
 */

/*
 * Sends the text; '\n' is sent as CR LF. limit_us: how long to wait for the port before each
 * character is written regardless; 0: for ever.
 */
void uart_console_write(struct uart_port *port, const char *text, unsigned long limit_us)
{
	hw_uart_tx(port->line, text, limit_us);
}

/*
 * Takes the port for a console. In an oops its owner may be dead, so this does not wait: it returns
 * false, and the text is sent regardless.
 */
inline bool uart_console_lock(struct uart_port *port)
{
	if (oops_in_progress)
		return spin_trylock(&port->lock);
	spin_lock(&port->lock);
	return true;
}
