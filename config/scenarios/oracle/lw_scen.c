/*
 * What the real runs put into a kernel: four panic notifiers, each of which says a line, a kmsg
 * dumper that reads the whole log and says so, a CPU A that panics and a CPU B in its way.
 */

static int lw_notify(struct notifier_block *nb, unsigned long action, void *data)
{
	const char *name = "say";

	if (nb->priority == 2147483647)
		name = "first";
	if (nb->priority == -2147483648)
		name = "last";
	pr_emerg("lw: notifier %s prio %d\n", name, nb->priority);
	return NOTIFY_DONE;
}

static struct notifier_block lw_first = { .notifier_call = lw_notify, .priority = 2147483647 };
static struct notifier_block lw_say = { .notifier_call = lw_notify, .priority = 10 };
static struct notifier_block lw_say_late = { .notifier_call = lw_notify, .priority = -5 };
static struct notifier_block lw_last = { .notifier_call = lw_notify, .priority = -2147483648 };

static char lw_line[1024];

static void lw_dump(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
{
	size_t len;

	while (kmsg_dump_get_line(dumper, false, lw_line, sizeof(lw_line), &len))
		;
	pr_emerg("lw: kmsg_dumper reason %d\n", reason);
}

static struct kmsg_dumper lw_dumper = { .dump = lw_dump, .max_reason = KMSG_DUMP_MAX };

static void lw_init(void)
{
	atomic_notifier_chain_register(&panic_notifier_list, &lw_first);
	atomic_notifier_chain_register(&panic_notifier_list, &lw_say);
	atomic_notifier_chain_register(&panic_notifier_list, &lw_say_late);
	atomic_notifier_chain_register(&panic_notifier_list, &lw_last);
	kmsg_dump_register(&lw_dumper);
}
late_initcall(lw_init);

/* A: a kernel thread that panics, perhaps with logbuf_lock. */
void lw_a_panics(void)
{
	wait_for_others();
	panic("LW panic from A cpu%d ctx task", smp_processor_id());
}

void lw_a_panics_holding_logbuf_lock(void)
{
	wait_for_others();
	local_irq_disable();
	take(&logbuf_lock);
	panic("LW panic from A cpu%d ctx task", smp_processor_id());
}

/* B: takes and releases logbuf_lock for ever, inside an NMI. */
static void lw_flip(void)
{
	take_and_release(&logbuf_lock);
}

void lw_b_flips_in_nmi(void)
{
	run_in_nmi(lw_flip);
	lw_staged(); /* not reached: it tells that there is a state to wait for */
}
