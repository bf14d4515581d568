/* A board that a driver restarts through its power controller, whose bus has a lock. */
#include <linux/module.h>
#include <linux/reboot.h>
#include <linux/io.h>

static DEFINE_SPINLOCK(bus_lock);

static int board_restart(struct notifier_block *nb, unsigned long mode, void *cmd)
{
	unsigned long flags;

	spin_lock_irqsave(&bus_lock, flags);
	hw_reset(); /* writel(RESET, base + CTRL) */
	spin_unlock_irqrestore(&bus_lock, flags);
	return NOTIFY_DONE;
}

static struct notifier_block board_restart_nb = {
	.notifier_call = board_restart,
	.priority = 128,
};

static int __init board_init(void)
{
	return register_restart_handler(&board_restart_nb);
}
module_init(board_init);

/* The workload: reads a sensor on that bus, again and again. */
void read_sensor(void)
{
	lw_staged();
	for (;;) {
		spin_lock(&bus_lock);
		udelay(1);
		spin_unlock(&bus_lock);
		udelay(5);
	}
}
