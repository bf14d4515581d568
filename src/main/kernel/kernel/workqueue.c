/*
 * kernel/workqueue.c of v5.2: a worker thread for each CPU that has had work.
 *
 * Simplified: there is one work queue, with one worker per CPU, created on first use; so the works
 * of a CPU are done one after another, and one that sleeps delays those after it. A worker's list
 * has no lock: queueing is a push.
 */

struct worker_pool {
	struct work_struct *list; /* the last in first */
	struct task_struct *worker;
	struct work_struct *current_work;
};

struct workqueue_struct one_workqueue;
DEFINE_PER_CPU(struct worker_pool, worker_pools);
static DECLARE_WAIT_QUEUE_HEAD(work_done);

/* Reverses the list, so that works are done in the order in which they were queued. */
static inline struct work_struct *take_works(struct worker_pool *pool)
{
	struct work_struct *last = xchg(&pool->list, NULL), *list = NULL, *before;

	for (; last; last = before) {
		before = last->next;
		last->next = list;
		list = last;
	}
	return list;
}

/* It can be queued again from here on. A cancelled one is skipped. */
static void process_one_work(struct worker_pool *pool, struct work_struct *work)
{
	clear_bit(WORK_STRUCT_LINKED_BIT, &work->data);
	WRITE_ONCE(pool->current_work, work);
	if (test_and_clear_bit(WORK_STRUCT_PENDING_BIT, &work->data))
		work->func(work);
	WRITE_ONCE(pool->current_work, NULL);
	wake_up(&work_done);
}

static int worker_thread(void *data)
{
	struct worker_pool *pool = data;
	struct work_struct *work, *next;

	for (;;) {
		set_current_state(TASK_INTERRUPTIBLE);
		if (!READ_ONCE(pool->list))
			schedule();
		set_current_state(TASK_RUNNING);
		for (work = take_works(pool); work; work = next) {
			next = work->next;
			process_one_work(pool, work);
		}
	}
	return 0;
}

/* Two CPUs may find that there is none; then one of their threads is never woken. */
static struct task_struct *worker_of(struct worker_pool *pool, int cpu)
{
	struct task_struct *worker = READ_ONCE(pool->worker), *other;

	if (worker)
		return worker;
	worker = kthread_create_on_cpu(worker_thread, pool, cpu, "kworker/%u:0");
	if (IS_ERR(worker))
		return NULL;
	other = cmpxchg(&pool->worker, NULL, worker);
	return other ? other : worker;
}

/* From any context. False if it is queued already. */
bool queue_work_on(int cpu, struct workqueue_struct *wq, struct work_struct *work)
{
	struct worker_pool *pool = per_cpu_ptr(&worker_pools, cpu);
	struct work_struct *first;

	if (test_and_set_bit(WORK_STRUCT_PENDING_BIT, &work->data))
		return false;
	if (!test_and_set_bit(WORK_STRUCT_LINKED_BIT, &work->data)) {
		work->cpu = cpu;
		do {
			first = READ_ONCE(pool->list);
			work->next = first;
		} while (cmpxchg(&pool->list, first, work) != first);
	}
	wake_up_process(worker_of(pool, cpu));
	return true;
}

static inline bool work_runs(struct work_struct *work)
{
	return READ_ONCE(per_cpu_ptr(&worker_pools, work->cpu)->current_work) == work;
}

/* Returns when it is done; false if it was not queued. */
bool flush_work(struct work_struct *work)
{
	if (!work_pending(work) && !work_runs(work))
		return false;
	wait_event(work_done, !work_pending(work) && !work_runs(work));
	return true;
}

/* Afterwards it neither runs nor is queued. True if it was queued. */
bool cancel_work_sync(struct work_struct *work)
{
	bool pending = test_and_clear_bit(WORK_STRUCT_PENDING_BIT, &work->data);

	wait_event(work_done, !work_runs(work));
	return pending;
}

void flush_workqueue(struct workqueue_struct *wq)
{
	int cpu;

	for_each_possible_cpu(cpu) {
		struct worker_pool *pool = per_cpu_ptr(&worker_pools, cpu);

		wait_event(work_done, !READ_ONCE(pool->list) && !READ_ONCE(pool->current_work));
	}
}

static void delayed_work_timer_fn(struct timer_list *timer)
{
	schedule_work(&container_of(timer, struct delayed_work, timer)->work);
}

/* False if it is already waiting for its time, or queued. */
bool schedule_delayed_work(struct delayed_work *dwork, unsigned long delay)
{
	if (timer_pending(&dwork->timer) || work_pending(&dwork->work))
		return false;
	if (!delay)
		return schedule_work(&dwork->work);
	return mod_delayed_work(system_wq, dwork, delay);
}

/* True if it changed a time that was set. */
bool mod_delayed_work(struct workqueue_struct *wq, struct delayed_work *dwork, unsigned long delay)
{
	dwork->timer.function = delayed_work_timer_fn;
	return mod_timer(&dwork->timer, caught_up_jiffies() + delay) != 0;
}

bool cancel_delayed_work(struct delayed_work *dwork)
{
	bool waited = del_timer(&dwork->timer) != 0;

	return test_and_clear_bit(WORK_STRUCT_PENDING_BIT, &dwork->work.data) || waited;
}

bool cancel_delayed_work_sync(struct delayed_work *dwork)
{
	bool waited = del_timer_sync(&dwork->timer) != 0;

	return cancel_work_sync(&dwork->work) || waited;
}

/* Immediately, if it is waiting for its time; returns when it is done. */
bool flush_delayed_work(struct delayed_work *dwork)
{
	if (del_timer_sync(&dwork->timer))
		schedule_work(&dwork->work);
	return flush_work(&dwork->work);
}
