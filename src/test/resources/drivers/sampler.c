/* A thread that takes a sample when an interrupt says so, and ends when it is told to. */
#include <linux/module.h>
#include <linux/kthread.h>
#include <linux/completion.h>
#include <linux/interrupt.h>
#include <linux/err.h>

static DECLARE_COMPLETION(sample_ready);
static DECLARE_WAIT_QUEUE_HEAD(idle_wait);
static struct task_struct *sampler;
static int samples;

static int sampler_thread(void *data)
{
	int *count = data;

	while (!kthread_should_stop()) {
		if (!wait_for_completion_timeout(&sample_ready, msecs_to_jiffies(100)))
			continue;
		(*count)++;
		wake_up(&idle_wait);
	}
	return *count;
}

static void sample_irq(void)
{
	complete(&sample_ready);
}

/* The workload. */
void take_samples(void)
{
	int i, ret;

	sampler = kthread_run(sampler_thread, &samples, "sampler");
	if (IS_ERR(sampler))
		panic("no thread: %ld\n", PTR_ERR(sampler));
	for (i = 1; i <= 2; i++) {
		run_in_irq(sample_irq);
		wait_event(idle_wait, READ_ONCE(samples) >= i);
	}
	ret = kthread_stop(sampler);
	panic("%d samples\n", ret);
}

static void sleeps(void)
{
	msleep(1);
}

/* The workload for every interleaving: both only wait for each other. */
static int answer_thread(void *unused)
{
	wait_for_completion(&sample_ready);
	samples = 1;
	return 0;
}

void ask_a_thread(void)
{
	sampler = kthread_run(answer_thread, NULL, "answer");
	complete(&sample_ready);
	kthread_stop(sampler);
	panic("%d samples\n", samples);
}

/* What must not be: sleeping in an interrupt. */
void sleep_in_irq(void)
{
	kthread_run(sampler_thread, &samples, "sampler");
	run_in_irq(sleeps);
	panic("awake again\n");
}

static DEFINE_SPINLOCK(lock);

/* And with a spinlock, which a kernel with CONFIG_DEBUG_ATOMIC_SLEEP sees. */
void sleep_with_lock(void)
{
	spin_lock(&lock);
	msleep(1);
	spin_unlock(&lock);
	panic("awake again\n");
}
