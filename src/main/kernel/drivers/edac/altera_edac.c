/*
 * drivers/edac/altera_edac.c: a fatal memory error is passed to the firmware, which then resets the
 * board; panic() is to wait at most a second. It does not check for a crash kernel.
 */
#ifdef CONFIG_EDAC_ALTERA

bool s10_double_bit_error;	/* is that the reason for the panic? */
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
