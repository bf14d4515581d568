/* src/docs/lock-order/two-locks.c */
DEFINE_RAW_SPINLOCK(queue_lock);
DEFINE_RAW_SPINLOCK(stats_lock);
int queued, counted;

void enqueue(void)
{
	raw_spin_lock(&queue_lock);
	queued++;
	raw_spin_lock(&stats_lock);
	counted++;
	raw_spin_unlock(&stats_lock);
	raw_spin_unlock(&queue_lock);
}

void report(void)
{
	raw_spinlock_t *first = IS_ENABLED(CONFIG_ORDERED) ? &queue_lock : &stats_lock;
	raw_spinlock_t *second = IS_ENABLED(CONFIG_ORDERED) ? &stats_lock : &queue_lock;

	raw_spin_lock(first);
	raw_spin_lock(second);
	counted = queued;
	raw_spin_unlock(second);
	raw_spin_unlock(first);
}
