/*
 * lib/bust_spinlocks.c of v5.2. It busts nothing: it counts, so that console drivers try their
 * locks instead of waiting for them.
 */
void bust_spinlocks(int yes)
{
	if (yes) {
		++oops_in_progress;
	} else {
#ifdef CONFIG_VT
		unblank_screen();
#endif
		console_unblank();
		if (--oops_in_progress == 0)
			wake_up_klogd();
	}
}
