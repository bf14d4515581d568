/* A panic notifier that needs more stack than there is. */

static int descend(int depth)
{
	return depth < 0 ? 0 : descend(depth + 1) + 1;
}

static int overflow_stack(struct notifier_block *nb, unsigned long event, void *text)
{
	return descend(0) < 0 ? NOTIFY_STOP : NOTIFY_DONE;
}

static struct notifier_block greedy = { .notifier_call = overflow_stack };

void panic_with_greedy_notifier(void)
{
	wait_for_others();
	atomic_notifier_chain_register(&panic_notifier_list, &greedy);
	panic("Attempted to kill init! exitcode=0x%08x\n", 0x0000000b);
}
