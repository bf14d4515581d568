/*
 * arch/x86/kernel/nmi.c of v5.2: who handles an NMI.
 *
 * Left out: statistics, back-to-back detection. The bookkeeping of nested NMIs (nmi_state) is done
 * by the machine: it runs one and latches one.
 */

struct nmi_desc {
	raw_spinlock_t lock;
	struct nmiaction *head;
};

struct nmi_desc nmi_desc[NMI_TYPES];

/* Port 0x61 is read by one CPU at a time. */
DEFINE_RAW_SPINLOCK(nmi_reason_lock);

int unknown_nmi_panic;
int panic_on_unrecovered_nmi;
int panic_on_io_nmi;

/* All handlers run, none is skipped: several events may come as one NMI. */
static int nmi_handle(unsigned int type, struct pt_regs *regs)
{
	struct nmiaction *a;
	int handled = 0;

	rcu_read_lock();
	for (a = nmi_desc[type].head; a; a = a->next)
		handled += a->handler(type, regs);
	rcu_read_unlock();
	return handled;
}

int register_nmi_handler(unsigned int type, struct nmiaction *action)
{
	struct nmi_desc *desc = &nmi_desc[type];
	struct nmiaction *last;
	unsigned long flags;

	if (!action->handler)
		return -EINVAL;

	raw_spin_lock_irqsave(&desc->lock, flags);
	if ((action->flags & NMI_FLAG_FIRST) || !desc->head) {
		action->next = desc->head;
		desc->head = action;
	} else {
		for (last = desc->head; last->next; last = last->next)
			;
		action->next = NULL;
		last->next = action;
	}
	raw_spin_unlock_irqrestore(&desc->lock, flags);
	return 0;
}

static void pci_serr_error(unsigned int reason, struct pt_regs *regs)
{
	pr_emerg("NMI: PCI system error (SERR) for reason %02x on CPU %d.\n", reason,
		 smp_processor_id());
	if (panic_on_unrecovered_nmi)
		nmi_panic(regs, "NMI: Not continuing");

	pr_emerg("Dazed and confused, but trying to continue\n");
}

static void io_check_error(unsigned int reason, struct pt_regs *regs)
{
	int i;

	pr_emerg("NMI: IOCK error (debug interrupt?) for reason %02x on CPU %d.\n", reason,
		 smp_processor_id());
	show_regs(regs);

	if (panic_on_io_nmi) {
		nmi_panic(regs, "NMI IOCK error: Not continuing");
		/* We come back only if this CPU panics already: leave the line as it is. */
		return;
	}

	/* Two seconds until the line is enabled again. */
	for (i = 0; i < 20000; i++)
		udelay(100);
}

static void unknown_nmi_error(unsigned int reason, struct pt_regs *regs)
{
	if (nmi_handle(NMI_UNKNOWN, regs))
		return;

	pr_emerg("Uhhuh. NMI received for unknown reason %02x on CPU %d.\n", reason,
		 smp_processor_id());
	pr_emerg("Do you have a strange power saving mode enabled?\n");
	if (unknown_nmi_panic || panic_on_unrecovered_nmi)
		nmi_panic(regs, "NMI: Not continuing");

	pr_emerg("Dazed and confused, but trying to continue\n");
}

static void default_do_nmi(struct pt_regs *regs)
{
	int reason;

	if (nmi_handle(NMI_LOCAL, regs))
		return;

	/*
	 * Its owner may be panicking in there. The NMI of the crash dump cannot interrupt us, so we
	 * look whether it was sent.
	 */
	while (!raw_spin_trylock(&nmi_reason_lock)) {
		run_crash_ipi_callback(regs);
		cpu_relax();
	}

	reason = hw_nmi_reason();
	if (reason < 0)
		reason = 0; /* no external NMI: the port shows neither bit */
	if (reason & NMI_REASON_MASK) {
		if (reason & NMI_REASON_SERR)
			pci_serr_error(reason, regs);
		else
			io_check_error(reason, regs);
		raw_spin_unlock(&nmi_reason_lock);
		return;
	}
	raw_spin_unlock(&nmi_reason_lock);

	unknown_nmi_error(reason, regs);
}

__interrupt(NMI_VECTOR) void do_nmi(void)
{
	nmi_enter();
	default_do_nmi(current_pt_regs());
	nmi_exit();
}
