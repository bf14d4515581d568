/* Two threads of a driver share a lock. One of them oopses with it. */

static DEFINE_SPINLOCK(table_lock);
static struct mutex table_mutex;
static int *entry;
static bool sleeping;

static int update(void *unused)
{
	if (sleeping)
		mutex_lock(&table_mutex);
	else
		spin_lock(&table_lock);
	*entry = 1;
	return 0;
}

static int look_up(void *unused)
{
	if (sleeping)
		mutex_lock(&table_mutex);
	else
		spin_lock(&table_lock);
	return 0;
}

void two_threads(void)
{
	kthread_run(update, NULL, "update");
	kthread_run(look_up, NULL, "look_up");
}

void two_threads_with_a_mutex(void)
{
	sleeping = true;
	two_threads();
}
