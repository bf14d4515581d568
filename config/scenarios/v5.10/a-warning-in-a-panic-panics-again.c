/* A notifier that finds something wrong. */
static int suspicious_panic_event(struct notifier_block *nb, unsigned long event, void *text)
{
	WARN(1, "a notifier is suspicious\n");
	return NOTIFY_DONE;
}

static struct notifier_block suspicious_block = { .notifier_call = suspicious_panic_event };

static void suspicious_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &suspicious_block);
}
device_initcall(suspicious_init);
