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

/* Stages that releases differ in: how a key is answered, and that it is heard after a panic too. */
inline void sysrq_says(const char *what)
{
	pr_info("sysrq: %s\n", what);
}

inline int sysrq_lifts_silence(void)
{
	int before = suppress_printk;

	suppress_printk = 0;
	return before;
}

inline void sysrq_restores_silence(int before)
{
	suppress_printk = before;
}

/* The header line is to be seen whatever the level is; the handler gets the old level. */
static inline void sysrq_header(const char *what)
{
	int level = console_loglevel;

	console_loglevel = CONSOLE_LOGLEVEL_DEFAULT;
	sysrq_says(what);
	console_loglevel = level;
}

void __handle_sysrq(int key, bool check_mask)
{
	const char *action = sysrq_action(key);
	int silence = sysrq_lifts_silence();

	rcu_read_lock();
	sysrq_header(action ?: "HELP : crash(c) reboot(b)");
	if (key == 'c')
		sysrq_handle_crash(key);
	if (key == 'b')
		sysrq_handle_reboot(key);
	rcu_read_unlock();
	sysrq_restores_silence(silence);
}
