/* A counting semaphore: a count under a raw lock, and a queue of waiters. It has no owner. */
struct semaphore_waiter {
	struct semaphore_waiter *next;
	struct task_struct *task;
	bool up;
};

struct semaphore {
	raw_spinlock_t lock;
	unsigned int count;
	struct semaphore_waiter *wait_list;
};

#define __SEMAPHORE_INITIALIZER(name, n) { .count = (n) }
#define DEFINE_SEMAPHORE(name) struct semaphore name = __SEMAPHORE_INITIALIZER(name, 1)
