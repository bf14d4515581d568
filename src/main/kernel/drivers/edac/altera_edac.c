/*
 * drivers/edac/altera_edac.c: a memory error that killed the kernel is for the firmware, which then
 * resets the board; panic() is to wait a second at most. Nobody looks whether there is a crash kernel.
 */
#ifdef CONFIG_EDAC_ALTERA

bool s10_double_bit_error;	/* is that why the kernel panics? */
DEFINE_SPINLOCK(s10_regmap_lock);

PANIC_NOTIFIER_IN(s10_edac_dberr_handler, 0, PN_INFO, spin_lock(&s10_regmap_lock))
{
	spin_lock(&s10_regmap_lock);
	udelay(5);
	spin_unlock(&s10_regmap_lock);
	if (s10_double_bit_error) {
		panic_timeout = 1;
		pr_err("EDAC: System Panic Uncorrectable Error\n");
		hw_reset();
	}
	return NOTIFY_DONE;
}

#endif
