/*
 * drivers/tty/sysrq.c of v5.2: the keys c (crash) and b (boot).
 */

static void sysrq_handle_crash(int key)
{
	/* The dumpers want no RCU section around them. */
	rcu_read_unlock();
	panic("sysrq triggered crash\n");
}

static void sysrq_handle_reboot(int key)
{
	local_irq_enable();
	emergency_restart();
}

static const char *sysrq_action(int key)
{
	switch (key) {
	case 'b':
		return "Resetting";
	case 'c':
		return "Trigger a crash";
	default:
		return NULL;
	}
}

void __handle_sysrq(int key, bool check_mask)
{
	const char *action = sysrq_action(key);
	int orig_log_level = console_loglevel;
	int orig_suppress_printk = suppress_printk;

	suppress_printk = 0;
	rcu_read_lock();

	/* The header line is to be seen whatever the level is; the handler gets the old level. */
	console_loglevel = CONSOLE_LOGLEVEL_DEFAULT;
	if (action) {
		pr_info("sysrq: %s\n", action);
		console_loglevel = orig_log_level;
		if (key == 'c')
			sysrq_handle_crash(key);
		else
			sysrq_handle_reboot(key);
	} else {
		pr_info("sysrq: HELP : crash(c) reboot(b)\n");
		console_loglevel = orig_log_level;
	}

	rcu_read_unlock();
	suppress_printk = orig_suppress_printk;
}
