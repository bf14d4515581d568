/* A panic notifier that writes through NULL. */

static int faults(struct notifier_block *nb, unsigned long action, void *text)
{
	int *nowhere = NULL;

	*nowhere = 1;
	return NOTIFY_DONE;
}

static struct notifier_block faulty = { .notifier_call = faults, .priority = 5 };

static void faulty_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &faulty);
}
device_initcall(faulty_init);
