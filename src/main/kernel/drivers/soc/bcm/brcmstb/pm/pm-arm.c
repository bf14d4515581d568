/*
 * drivers/soc/bcm/brcmstb/pm/pm-arm.c (gone in 6.12): a word in always-on memory that tells the
 * boot loader about the panic.
 */
#ifdef CONFIG_BRCMSTB_PM

#define BRCMSTB_PANIC_MAGIC 0x51455256

unsigned int brcmstb_panic_word;

PANIC_NOTIFIER(brcmstb_pm_panic_notify, 0, PN_HARDWARE)
{
	udelay(1);
	brcmstb_panic_word = BRCMSTB_PANIC_MAGIC;
	return NOTIFY_DONE;
}

#endif
