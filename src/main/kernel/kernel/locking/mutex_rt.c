/*
 * kernel/locking/mutex-rt.c of the PREEMPT_RT trees of the CONFIG_PREEMPT_RT_FULL era: a mutex is
 * an rt_mutex.
 *
 * CONFIG_RT_MUTEX_TRYLOCK_2022 chooses the later rule: only with DEBUG_RT_MUTEXES, but then in any
 * context other than a task's.
 */
#ifdef CONFIG_PREEMPT_RT_FULL

/* An interrupt must not take it: it has no task that could own it. */
static int __rt_mutex_trylock(struct rt_mutex *lock)
{
#ifdef CONFIG_RT_MUTEX_TRYLOCK_2022
	if (IS_ENABLED(CONFIG_DEBUG_RT_MUTEXES) && WARN_ON_ONCE(!in_task()))
		return 0;
#else
	if (WARN_ON_ONCE(in_irq() || in_nmi()))
		return 0;
#endif
	return __rt_mutex_fasttrylock(lock);
}

void mutex_lock(struct mutex *lock)
{
	rt_mutex_lock(&lock->lock);
}

int mutex_trylock(struct mutex *lock)
{
	return __rt_mutex_trylock(&lock->lock);
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
