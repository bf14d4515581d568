/* kernel/rcu/tree_stall.h: silences reports of CPUs that RCU waits for. */
#ifdef CONFIG_RCU_CPU_STALL_NOTIFIER

int rcu_cpu_stall_suppress;

PANIC_NOTIFIER(rcu_panic, 0, PN_WATCHDOG)
{
	WRITE_ONCE(rcu_cpu_stall_suppress, 1);
	return NOTIFY_DONE;
}

#endif
