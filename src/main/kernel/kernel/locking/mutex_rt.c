/*
 * kernel/locking/mutex-rt.c of the PREEMPT_RT trees before 5.15: a mutex is an rt_mutex.
 */
#ifdef CONFIG_PREEMPT_RT

int mutex_trylock(struct mutex *lock)
{
	return __rt_mutex_trylock(&lock->lock);
}

/* Sleeps. */
void mutex_lock(struct mutex *lock)
{
	rt_mutex_lock(&lock->lock);
}

void mutex_unlock(struct mutex *lock)
{
	rt_mutex_unlock(&lock->lock);
}

int mutex_is_locked(struct mutex *lock)
{
	return rt_mutex_owner(&lock->lock) != NULL;
}

#endif
