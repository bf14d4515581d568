/*
 * What the real runs put into a kernel: four panic notifiers, each of which says a line, a kmsg
 * dumper that reads the whole log and says so, a CPU A that panics and a CPU B in its way.
 */

static int lw_notify(const char *name, struct notifier_block *nb)
{
	pr_emerg("lw: notifier %s prio %d\n", name, nb->priority);
	return NOTIFY_DONE;
}

PANIC_NOTIFIER(lw_notify_first, INT_MAX, PN_REST)
{
	return lw_notify("first", nb);
}

PANIC_NOTIFIER(lw_notify_say, 10, PN_REST)
{
	return lw_notify("say", nb);
}

PANIC_NOTIFIER(lw_notify_say_late, -5, PN_REST)
{
	return lw_notify("say", nb);
}

PANIC_NOTIFIER(lw_notify_last, INT_MIN, PN_REST)
{
	return lw_notify("last", nb);
}

#ifdef CONFIG_LW_LOCK
/* One that waits for a lock, which B has. */
static DEFINE_RAW_SPINLOCK(lw_lock);

PANIC_NOTIFIER(lw_notify_lock, 5, PN_REST)
{
	lw_notify("lock", nb);
	raw_spin_lock(&lw_lock);
	raw_spin_unlock(&lw_lock);
	return NOTIFY_DONE;
}

void lw_b_holds_lock(void)
{
	stuck_holding(&lw_lock);
}
#endif

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

static void lw_nmi(void)
{
	nmi_panic(current_pt_regs(), "LW panic in NMI");
}

void lw_a_panics_in_nmi(void)
{
	wait_for_others();
	run_in_nmi(lw_nmi);
}

/* Both at once. */
void lw_b_panics(void)
{
	wait_for_others();
	panic("LW panic from B cpu%d", smp_processor_id());
}

/* B: has the consoles, and spins. */
void lw_b_locks_consoles(void)
{
	console_lock();
	local_irq_disable();
	lw_staged();
	for (;;)
		cpu_relax();
}

/* B: takes and releases logbuf_lock for ever, inside an NMI. */
static void lw_flip(void)
{
	take_and_release(&logbuf_lock);
}

void lw_b_flips_in_nmi(void)
{
	run_in_nmi(lw_flip);
	lw_staged(); /* not reached: marks a state to wait for */
}
