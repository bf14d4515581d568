/*
 * lib/bust_spinlocks.c. It busts nothing: it counts, so that console drivers try their
 * locks instead of waiting for them.
 */

/* Unblanks what shows messages. The drivers still see an oops, and so only try their locks. */
inline void wake_consoles(void)
{
#ifdef CONFIG_VT
	unblank_screen();
#endif
	console_unblank();
}

/* An oops or panic starts to print, or has printed. */
void bust_spinlocks(int yes)
{
	int depth;

	if (!yes)
		wake_consoles();
	depth = oops_in_progress + (yes ? 1 : -1);
	oops_in_progress = depth;
	if (!yes && depth == 0)
		wake_up_klogd();
}
