/* An interrupt handler and a task share a ring; the handler checks that it never overtakes. */
#include <linux/module.h>
#include <linux/interrupt.h>
#include <linux/smp.h>

#define RING 4

static DEFINE_SPINLOCK(ring_lock);
static int ring[RING], head, tail;

/* Called in the hard interrupt of the device. */
static void ring_irq(void)
{
	spin_lock(&ring_lock);
	BUG_ON(head - tail >= RING);
	ring[head++ % RING] = jiffies_to_msecs(jiffies);
	spin_unlock(&ring_lock);
}

/* The workload: nobody takes anything out of the ring. */
void fill_ring(void)
{
	int i;

	wait_for_others();
	for (i = 0; i < RING + 1; i++)
		run_in_irq(ring_irq);
}

/* The same, and it uses the lock of an interrupt with interrupts on. */
void fill_ring_unsafely(void)
{
	wait_for_others();
	spin_lock_bh(&ring_lock);
	run_in_irq(ring_irq);
	spin_unlock_bh(&ring_lock);
}
