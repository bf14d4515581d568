/* A timer counts, and leaves the slow part to a work item, which takes a mutex and sleeps. */
#include <linux/module.h>
#include <linux/mutex.h>
#include <linux/timer.h>
#include <linux/workqueue.h>
#include <linux/delay.h>

struct leds {
	struct timer_list timer;
	struct work_struct work;
	struct mutex lock;
	unsigned int ticks, shown;
};

static void leds_show(struct work_struct *work)
{
	struct leds *l = container_of(work, struct leds, work);

	mutex_lock(&l->lock);
	msleep(3); /* the I2C bus */
	l->shown = l->ticks;
	mutex_unlock(&l->lock);
}

static void leds_tick(struct timer_list *t);

static struct leds leds = {
	.timer = __TIMER_INITIALIZER(leds_tick, 0),
	.work = __WORK_INITIALIZER(leds_show),
};

static void leds_tick(struct timer_list *t)
{
	struct leds *l = from_timer(l, t, timer);

	l->ticks++;
	schedule_work(&l->work);
	if (l->ticks < 3)
		mod_timer(&l->timer, jiffies + msecs_to_jiffies(40));
}

/* The first tick comes when the kernel has booted. */
static int __init leds_init(void)
{
	return mod_timer(&leds.timer, jiffies + msecs_to_jiffies(40));
}
module_init(leds_init);
MODULE_LICENSE("GPL");

static int leds_panic(struct notifier_block *nb, unsigned long event, void *text)
{
	mutex_lock(&leds.lock);
	pr_emerg("leds: %u of %u\n", leds.shown, leds.ticks);
	mutex_unlock(&leds.lock);
	return NOTIFY_DONE;
}

static struct notifier_block leds_nb = { .notifier_call = leds_panic };

/* The workload: waits until the last work is done, and panics. */
void panic_after_work(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &leds_nb);
	while (READ_ONCE(leds.ticks) < 3)
		msleep(10);
	flush_work(&leds.work);
	panic("all leds are on\n");
}

/* The same with one work, and no timer. */
void panic_after_one_work(void)
{
	schedule_work(&leds.work);
	flush_work(&leds.work);
	panic("a led is on\n");
}

/* The same, and it panics while the work sleeps with the mutex. */
void panic_during_work(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &leds_nb);
	while (!mutex_is_locked(&leds.lock))
		msleep(1);
	panic("leds are slow\n");
}
