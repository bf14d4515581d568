/* src/docs/first-case/watchdog.c */
DEFINE_RAW_SPINLOCK(wdt_lock);

/* Before a panic ends: let the watchdog reset the machine. */
static int wdt_panic(struct notifier_block *nb, unsigned long action, void *data)
{
	if (!IS_ENABLED(CONFIG_WDT_TRYLOCK))
		raw_spin_lock(&wdt_lock);
	else if (!raw_spin_trylock(&wdt_lock))
		return NOTIFY_DONE;

	pr_emerg("wdt: will reset this machine\n");
	raw_spin_unlock(&wdt_lock);
	return NOTIFY_DONE;
}

static struct notifier_block wdt_notifier = { .notifier_call = wdt_panic };

static void wdt_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &wdt_notifier);
}
device_initcall(wdt_init);
