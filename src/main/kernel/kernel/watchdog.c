/*
 * kernel/watchdog.c and kernel/watchdog_hld.c: what the lockup detectors do when they fire.
 *
 * Left out: the timers and counters that trigger them; workloads call these where the hrtimer
 * (interrupt) or the counter's NMI would.
 */

int softlockup_panic;
int hardlockup_panic = 1;
int softlockup_all_cpu_backtrace;
int hardlockup_all_cpu_backtrace;

/* Makes other CPUs show their stacks: one at a time for soft lockups, once for hard ones. */
static unsigned long soft_lockup_nmi_warn, hardlockup_allcpu_dumped;
static DEFINE_PER_CPU(bool, hard_watchdog_warn);

/* From the hrtimer's interrupt, after this CPU ran one task for `duration' seconds. */
void watchdog_soft_lockup(int duration, struct pt_regs *regs)
{
	if (softlockup_all_cpu_backtrace && xchg(&soft_lockup_nmi_warn, 1))
		return;

	pr_emerg("watchdog: BUG: soft lockup - CPU#%d stuck for %us! [%s:%d]\n",
		 smp_processor_id(), (unsigned int)duration, current->comm, current->pid);
	print_modules();
	show_regs(regs);
	if (softlockup_all_cpu_backtrace) {
		trigger_allbutself_cpu_backtrace();
		xchg(&soft_lockup_nmi_warn, 0);
	}
	add_taint(TAINT_SOFTLOCKUP, LOCKDEP_STILL_OK);
	if (softlockup_panic)
		panic("softlockup: hung tasks");
}

/* From the counter's NMI, if no timer interrupt arrived for 10 s. A CPU is reported once. */
void watchdog_overflow_callback(struct pt_regs *regs)
{
	if (this_cpu_read(hard_watchdog_warn))
		return;

	pr_emerg("NMI watchdog: Watchdog detected hard LOCKUP on cpu %d\n", smp_processor_id());
	print_modules();
	show_regs(regs);
	if (hardlockup_all_cpu_backtrace && !xchg(&hardlockup_allcpu_dumped, 1))
		trigger_allbutself_cpu_backtrace();
	if (hardlockup_panic)
		nmi_panic(regs, "Hard LOCKUP");
	this_cpu_write(hard_watchdog_warn, true);
}

/* hung_task.c, rcu/tree_stall.h: these notifiers are always present and print nothing. */
bool did_panic;
int rcu_cpu_stall_suppress;

static int hung_task_panic(struct notifier_block *this, unsigned long event, void *ptr)
{
	did_panic = true;
	return NOTIFY_DONE;
}

static int rcu_panic(struct notifier_block *this, unsigned long event, void *ptr)
{
	rcu_cpu_stall_suppress = 1;
	return NOTIFY_DONE;
}

static struct notifier_block panic_block = { .notifier_call = hung_task_panic };
static struct notifier_block rcu_panic_block = { .notifier_call = rcu_panic };

static void hung_task_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &rcu_panic_block);
	atomic_notifier_chain_register(&panic_notifier_list, &panic_block);
}
core_initcall(hung_task_init);
