/* Work deferred to a kernel thread. */
struct work_struct {
	unsigned long data;
	struct work_struct *next;
	void (*func)(struct work_struct *work);
	int cpu;
};
typedef void (*work_func_t)(struct work_struct *work);

#define WORK_STRUCT_PENDING_BIT 0 /* it is to be done */
#define WORK_STRUCT_LINKED_BIT 1 /* it is in a worker's list */

struct delayed_work {
	struct work_struct work;
	struct timer_list timer;
};

struct workqueue_struct {
	int unused; /* all work is done by per-CPU workers */
};

#define __WORK_INITIALIZER(f) { .func = (f) }
#define DECLARE_WORK(name, f) struct work_struct name = __WORK_INITIALIZER(f)
#define DECLARE_DELAYED_WORK(name, f) struct delayed_work name = { .work = __WORK_INITIALIZER(f) }
#define INIT_WORK(w, f) do { (w)->data = 0; (w)->func = (f); } while (0)
#define INIT_DELAYED_WORK(dw, f) INIT_WORK(&(dw)->work, f)
#define to_delayed_work(w) container_of(w, struct delayed_work, work)
#define work_pending(w) test_bit(WORK_STRUCT_PENDING_BIT, &(w)->data)

#define system_wq (&one_workqueue)
#define system_highpri_wq (&one_workqueue)
#define system_long_wq (&one_workqueue)
#define system_unbound_wq (&one_workqueue)
#define alloc_workqueue(fmt, flags, max_active, ...) (&one_workqueue)
#define alloc_ordered_workqueue(fmt, flags, ...) (&one_workqueue)
#define create_workqueue(name) (&one_workqueue)
#define create_singlethread_workqueue(name) (&one_workqueue)
#define destroy_workqueue(wq) flush_workqueue(wq)
#define WQ_UNBOUND 2
#define WQ_MEM_RECLAIM 8
#define WQ_HIGHPRI 16

#define queue_work(wq, w) queue_work_on(smp_processor_id(), wq, w)
#define schedule_work(w) queue_work(system_wq, w)
#define schedule_work_on(cpu, w) queue_work_on(cpu, system_wq, w)
#define queue_delayed_work(wq, dw, delay) schedule_delayed_work(dw, delay)
#define flush_scheduled_work() flush_workqueue(system_wq)
