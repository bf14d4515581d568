/*
 * drivers/tty/vt/vt.c: the screen, as far as panic() unblanks it. It is never blanked here.
 */
#ifdef CONFIG_VT

static int console_blanked;

void unblank_screen(void)
{
	if (!console_blanked)
		return;
	console_blanked = 0;
}

#endif
