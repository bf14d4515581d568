/*
 * kernel/locking/rtmutex_api.c, part of Linux itself since 5.15: a mutex is an rt_mutex under PREEMPT_RT.
 */
#ifdef CONFIG_PREEMPT_RT

/* Only debugging checks the caller: outside a task there is none that could own it. */
static inline bool debugging_refuses(void)
{
	return IS_ENABLED(CONFIG_DEBUG_RT_MUTEXES) && WARN_ON_ONCE(!in_task());
}

int mutex_trylock(struct mutex *lock)
{
	return debugging_refuses() ? 0 : __rt_mutex_trylock(&lock->lock);
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
