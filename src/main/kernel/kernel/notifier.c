/*
 * kernel/notifier.c: the atomic chains. Calling a chain takes no lock.
 */

int atomic_notifier_chain_register(struct atomic_notifier_head *nh, struct notifier_block *nb)
{
	struct notifier_block *before = NULL, *after;
	unsigned long flags;

	spin_lock_irqsave(&nh->lock, flags);
	for (after = nh->head; after && nb->priority <= after->priority; after = after->next)
		before = after;
	nb->next = after;
	if (before)
		before->next = nb;
	else
		nh->head = nb;
	spin_unlock_irqrestore(&nh->lock, flags);
	return 0;
}

/* Until one returns a stop. */
int atomic_notifier_call_chain(struct atomic_notifier_head *nh, unsigned long val, void *v)
{
	struct notifier_block *nb, *next;
	int ret = NOTIFY_DONE;

	rcu_read_lock();
	for (nb = nh->head; nb; nb = next) {
		next = nb->next;
		ret = nb->notifier_call(nb, val, v);
		if (ret & NOTIFY_STOP_MASK)
			break;
	}
	rcu_read_unlock();
	return ret;
}

/* 0, or -ENOENT if it is not in the chain. A caller of the chain may still be running it. */
int atomic_notifier_chain_unregister(struct atomic_notifier_head *nh, struct notifier_block *nb)
{
	struct notifier_block **link = &nh->head;
	unsigned long flags;
	bool found;

	spin_lock_irqsave(&nh->lock, flags);
	while (*link && *link != nb)
		link = &(*link)->next;
	found = *link == nb;
	if (found)
		*link = nb->next;
	spin_unlock_irqrestore(&nh->lock, flags);
	return found ? 0 : -ENOENT;
}
