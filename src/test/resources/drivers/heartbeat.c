// SPDX-License-Identifier: GPL-2.0
/* A software watchdog as drivers have them: each client has to beat, and a timer looks. */
#include <linux/module.h>
#include <linux/kernel.h>
#include <linux/list.h>
#include <linux/slab.h>
#include <linux/spinlock.h>
#include <linux/timer.h>
#include <linux/bitops.h>

#define HEARTBEAT_DEAD 0

struct heartbeat_client {
	struct list_head node;
	unsigned long last_beat;
	unsigned long flags;
	char name[16];
};

static LIST_HEAD(clients);
static DEFINE_SPINLOCK(clients_lock);
static struct heartbeat_client disk, net;
static struct timer_list heartbeat_timer;
static unsigned int timeout_ms = 40;
module_param(timeout_ms, uint, 0444);
MODULE_PARM_DESC(timeout_ms, "how long a client may be silent");

static void heartbeat_add(struct heartbeat_client *client, const char *name)
{
	memset(client, 0, sizeof(*client));
	strscpy(client->name, name, sizeof(client->name));
	client->last_beat = jiffies;
	spin_lock_bh(&clients_lock);
	list_add_tail(&client->node, &clients);
	spin_unlock_bh(&clients_lock);
}

static void heartbeat_check(struct timer_list *t)
{
	struct heartbeat_client *client;

	spin_lock(&clients_lock);
	list_for_each_entry(client, &clients, node) {
		if (time_after(jiffies, client->last_beat + msecs_to_jiffies(timeout_ms)) &&
		    !test_and_set_bit(HEARTBEAT_DEAD, &client->flags))
			panic("heartbeat: %s is dead\n", client->name);
	}
	spin_unlock(&clients_lock);
	mod_timer(&heartbeat_timer, jiffies + msecs_to_jiffies(20));
}

static int __init heartbeat_init(void)
{
	heartbeat_add(&disk, "disk");
	heartbeat_add(&net, "net");
	timer_setup(&heartbeat_timer, heartbeat_check, 0);
	return 0;
}

static void __exit heartbeat_exit(void)
{
	del_timer_sync(&heartbeat_timer);
}

module_init(heartbeat_init);
module_exit(heartbeat_exit);
MODULE_LICENSE("GPL");
MODULE_AUTHOR("A. Stranger");

/* The workload: the disk's client beats, the net's does not. */
void beat(void)
{
	lw_staged();
	mod_timer(&heartbeat_timer, jiffies + msecs_to_jiffies(20));
	for (;;) {
		spin_lock_bh(&clients_lock);
		disk.last_beat = jiffies;
		spin_unlock_bh(&clients_lock);
		mdelay(10);
	}
}

/* The same, and nobody beats any more. */
void beat_once(void)
{
	lw_staged();
	mod_timer(&heartbeat_timer, jiffies + msecs_to_jiffies(20));
}
