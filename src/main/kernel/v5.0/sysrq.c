/*
 * drivers/tty/sysrq.c of v5.0: another header line, and nothing to do with suppress_printk.
 */
void __handle_sysrq(int key, bool check_mask)
{
	const char *action = sysrq_action(key);
	int orig_log_level = console_loglevel;

	rcu_read_lock();
	console_loglevel = CONSOLE_LOGLEVEL_DEFAULT;
	if (action) {
		pr_info("sysrq: SysRq : %s\n", action);
		console_loglevel = orig_log_level;
		if (key == 'c')
			sysrq_handle_crash(key);
		else
			sysrq_handle_reboot(key);
	} else {
		pr_info("sysrq: SysRq : HELP : crash(c) reboot(b)\n");
		console_loglevel = orig_log_level;
	}
	rcu_read_unlock();
}
