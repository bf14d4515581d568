/* Two mutexes, and a chain of three tasks that wait for each other. */
DEFINE_MUTEX(first_mutex);
DEFINE_MUTEX(second_mutex);

/* Holds the first one until somebody lends it a priority; after that the priority has to be its own again. */
void hold_first_until_boosted(void)
{
	mutex_lock(&first_mutex);
	lw_staged();
	while (READ_ONCE(current->prio) != 50)
		cpu_relax();
	mutex_unlock(&first_mutex);
	if (current->prio == 0)
		hw_power_off();
}

void hold_second_wait_for_first(void)
{
	mutex_lock(&second_mutex);
	while (!mutex_is_locked(&first_mutex))
		cpu_relax();
	lw_staged();
	mutex_lock(&first_mutex);
	mutex_unlock(&first_mutex);
	mutex_unlock(&second_mutex);
}

void wait_for_second_urgently(void)
{
	current->rt_priority = 50;
	WRITE_ONCE(current->prio, 50);
	wait_for_others();
	mutex_lock(&second_mutex);
	mutex_unlock(&second_mutex);
}
