/* src/docs/notifier-case/board_wdt.c */
/* The watchdog of a board: in a panic it is to leave time for a crash dump. */
DEFINE_SPINLOCK(board_wdt_lock);
int board_wdt_ms = 3; /* what its controller takes to answer */

CRASH_DEVICE(board_wdt, "watchdog of the board", SUFFERS_RESET, true);

PANIC_NOTIFIER_IN(board_wdt_panic, 0, PN_HARDWARE, spin_lock(&board_wdt_lock))
{
	if (!spin_trylock(&board_wdt_lock))
		return NOTIFY_DONE;
	pr_emerg("board-wdt: 300 seconds for a dump\n");
	if (device_poll(board_wdt_ms, 1000))
		device_write(&board_wdt, false);
	spin_unlock(&board_wdt_lock);
	return NOTIFY_DONE;
}
