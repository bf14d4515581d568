/* Timers: a function that a CPU calls in a softirq once its time has come. */
struct timer_list {
	struct timer_list *next;
	unsigned long expires;
	void (*function)(struct timer_list *timer);
	unsigned int flags;
	int queued_on; /* CPU + 1; 0 if it is not pending */
};

#define TIMER_DEFERRABLE 0x00080000
#define TIMER_PINNED 0x00100000
#define TIMER_IRQSAFE 0x00200000

#define __TIMER_INITIALIZER(callback, bits) { .function = (callback), .flags = (bits) }
#define DEFINE_TIMER(name, callback) struct timer_list name = __TIMER_INITIALIZER(callback, 0)
#define timer_setup(timer, callback, bits) do { \
	(timer)->function = (callback); \
	(timer)->flags = (bits); \
	(timer)->queued_on = 0; \
} while (0)
#define from_timer(var, timer, member) container_of(timer, typeof(*(var)), member)
#define timer_pending(timer) (READ_ONCE((timer)->queued_on) != 0)
#define del_singleshot_timer_sync(timer) del_timer_sync(timer)
