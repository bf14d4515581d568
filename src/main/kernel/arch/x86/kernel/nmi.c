/*
 * arch/x86/kernel/nmi.c: which handler takes an NMI.
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

/* All handlers run, none is skipped: several events may share one NMI. */
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

/* At the head of its list if it must come before the others, otherwise at the end. */
int register_nmi_handler(unsigned int type, struct nmiaction *action)
{
	struct nmi_desc *chain = &nmi_desc[type];
	struct nmiaction **place = &chain->head;
	unsigned long flags;

	if (action->handler == NULL)
		return -EINVAL;

	raw_spin_lock_irqsave(&chain->lock, flags);
	while (!(action->flags & NMI_FLAG_FIRST) && *place)
		place = &(*place)->next;
	action->next = *place;
	*place = action;
	raw_spin_unlock_irqrestore(&chain->lock, flags);
	return 0;
}

inline void print_nmi_reason(const char *what, unsigned int reason)
{
	pr_emerg("%s reason %02x on CPU %d.\n", what, reason, smp_processor_id());
}

/* An NMI that no handler answers ends the kernel, if its setting says so. */
inline void panic_or_go_on(bool fatal, struct pt_regs *regs)
{
	if (fatal)
		nmi_panic(regs, "NMI: Not continuing");
	pr_emerg("Dazed and confused, but trying to continue\n");
}

static void pci_serr_error(unsigned int reason, struct pt_regs *regs)
{
	print_nmi_reason("NMI: PCI system error (SERR) for", reason);
	panic_or_go_on(panic_on_unrecovered_nmi, regs);
}

/* The I/O check line stays off for this long before it is tried again: 2 s. */
#define IOCHK_PAUSES 20000
#define IOCHK_PAUSE_US 100

static void io_check_error(unsigned int reason, struct pt_regs *regs)
{
	int pauses = IOCHK_PAUSES;

	print_nmi_reason("NMI: IOCK error (debug interrupt?) for", reason);
	show_regs(regs);

	/* nmi_panic() returns only on a CPU that already panics; the line then stays. */
	if (panic_on_io_nmi)
		nmi_panic(regs, "NMI IOCK error: Not continuing");
	else
		while (pauses--)
			udelay(IOCHK_PAUSE_US);
}

static void unknown_nmi_error(unsigned int reason, struct pt_regs *regs)
{
	if (nmi_handle(NMI_UNKNOWN, regs) == 0) {
		print_nmi_reason("Uhhuh. NMI received for unknown", reason);
		pr_emerg("Do you have a strange power saving mode enabled?\n");
		panic_or_go_on(unknown_nmi_panic || panic_on_unrecovered_nmi, regs);
	}
}

/*
 * The owner of the port may be panicking. The NMI of the crash dump cannot interrupt an NMI, so a
 * CPU that waits here polls for it.
 */
inline void own_reason_port(struct pt_regs *regs)
{
	while (!raw_spin_trylock(&nmi_reason_lock)) {
		run_crash_ipi_callback(regs);
		cpu_relax();
	}
}

/* A CPU's own NMI sources first; only then the port, which shows faults of the machine. */
static void default_do_nmi(struct pt_regs *regs)
{
	int shown, bus_error;

	if (nmi_handle(NMI_LOCAL, regs) != 0)
		return;

	own_reason_port(regs);
	shown = hw_nmi_reason();
	if (shown < 0)
		shown = 0; /* no external NMI: the port shows neither bit */
	bus_error = shown & NMI_REASON_MASK;

	/* Handled before another CPU may look; if both bits are set, only the first one. */
	if (bus_error == NMI_REASON_IOCHK)
		io_check_error(shown, regs);
	else if (bus_error)
		pci_serr_error(shown, regs);
	raw_spin_unlock(&nmi_reason_lock);

	if (!bus_error)
		unknown_nmi_error(shown, regs);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
__interrupt(NMI_VECTOR) void exc_nmi(void)
#else
__interrupt(NMI_VECTOR) void do_nmi(void)
#endif
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
	/* Meant for others: broadcast NMIs also reach CPUs that are offline (60dcaad5736f). */
	if (!cpu_online(smp_processor_id()))
		return;
#endif
	nmi_enter();
	default_do_nmi(current_pt_regs());
	nmi_exit();
}
