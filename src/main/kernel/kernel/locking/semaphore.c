/*
 * kernel/locking/semaphore.c.
 *
 * Left out: signals and time-outs.
 * Simplified: each task has one waiter, which is not on the stack (another CPU has to reach it). A
 * sleeping task that has its CPU to itself loops with interrupts on.
 */

DEFINE_PER_CPU(struct semaphore_waiter, semaphore_waiter);
static struct semaphore_waiter thread_semaphore_waiter[MAX_KTHREADS + 1];

static void __down(struct semaphore *sem)
{
	struct semaphore_waiter *waiter = own_waiter(semaphore_waiter, thread_semaphore_waiter);
	struct semaphore_waiter *last = sem->wait_list;

	waiter->next = NULL;
	waiter->task = current;
	waiter->up = false;
	if (!last)
		sem->wait_list = waiter;
	while (last && last->next)
		last = last->next;
	if (last)
		last->next = waiter;

	raw_spin_unlock_irq(&sem->lock);
	sleep_while(!READ_ONCE(waiter->up));
	raw_spin_lock_irq(&sem->lock);
}

/* The semaphore passes directly to the first in the queue: the count stays as it is. */
static void __up(struct semaphore *sem)
{
	struct semaphore_waiter *first = sem->wait_list;

	sem->wait_list = first->next;
	first->up = true;
	wake_up_process(first->task);
}

/* The semaphore's own lock, with interrupts off. */
static inline unsigned long sem_enter(struct semaphore *sem)
{
	unsigned long irqs;

	raw_spin_lock_irqsave(&sem->lock, irqs);
	return irqs;
}

static inline void sem_leave(struct semaphore *sem, unsigned long irqs)
{
	raw_spin_unlock_irqrestore(&sem->lock, irqs);
}

/* Counts down, unless the result would be negative. */
static inline bool sem_take(struct semaphore *sem)
{
	unsigned int left = sem->count;

	if (left)
		sem->count = left - 1;
	return left != 0;
}

/* Sleeps. */
void down(struct semaphore *sem)
{
	unsigned long irqs = sem_enter(sem);

	if (!sem_take(sem))
		__down(sem);
	sem_leave(sem, irqs);
}

/* 0 if it was taken, 1 if not: the opposite of the trylocks. */
int down_trylock(struct semaphore *sem)
{
	unsigned long irqs = sem_enter(sem);
	int missed = !sem_take(sem);

	sem_leave(sem, irqs);
	return missed;
}

/* Anyone may call it. The count has no upper bound: one up() too many admits two. */
void up(struct semaphore *sem)
{
	unsigned long irqs = sem_enter(sem);

	if (sem->wait_list)
		__up(sem);
	else
		sem->count++;
	sem_leave(sem, irqs);
}
