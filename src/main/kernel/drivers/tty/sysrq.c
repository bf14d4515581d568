/*
 * drivers/tty/sysrq.c: the keys c (crash) and b (reboot).
 */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
/* A write to NULL, so that it goes through an oops. */
static inline void crash_by_page_fault(void)
{
	char *killer = NULL;

	panic_on_oops = 1;
	smp_wmb();
	*killer = 1;
}
#endif

static void sysrq_handle_crash(int key)
{
	/* The dumpers must not run inside an RCU section. */
	rcu_read_unlock();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	panic("sysrq triggered crash\n");
#else
	crash_by_page_fault();
#endif
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

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
/* A key is answered even after a panic. */
static inline int sysrq_lifts_silence(void)
{
	int before = suppress_printk;

	suppress_printk = 0;
	return before;
}

static inline void sysrq_restores_silence(int before)
{
	suppress_printk = before;
}
#endif

/* The header is shown at any level; the handler runs at the old level. */
static inline void sysrq_header(const char *what)
{
	int level = console_loglevel;

	console_loglevel = CONSOLE_LOGLEVEL_DEFAULT;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
	pr_info("sysrq: %s\n", what);
#else
	pr_info("sysrq: SysRq : %s\n", what);
#endif
	console_loglevel = level;
}

void __handle_sysrq(int key, bool check_mask)
{
	const char *action = sysrq_action(key);
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	int silence = sysrq_lifts_silence();
#endif

	rcu_read_lock();
	sysrq_header(action ?: "HELP : crash(c) reboot(b)");
	if (key == 'c')
		sysrq_handle_crash(key);
	if (key == 'b')
		sysrq_handle_reboot(key);
	rcu_read_unlock();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	sysrq_restores_silence(silence);
#endif
}
