/*
 * drivers/tty/hvc/hvc_console.c: a console that is a call into hypervisor or firmware.
 *
 * Simplified: the call takes as long as a line on the wire; there is no lock around it.
 */

struct console hvc_consoles[NR_UARTS];

void hvc_console_print(struct console *co, const char *b, unsigned int count)
{
	hw_uart_tx(co->index, b, 0);
}

static void hvc_console_init(void)
{
	struct console *con;
	int line;

	for (line = 0; line < NR_UARTS; line++) {
		if (hw_uart_type(line) != UART_FIRMWARE)
			continue;
		con = &hvc_consoles[line];
		strscpy(con->name, "hvc", sizeof(con->name));
		con->write = hvc_console_print;
		con->flags = CON_PRINTBUFFER;
		con->index = line;
		register_console(con);
	}
}
console_initcall(hvc_console_init);
