/* CPUs that panic, in all the places where that can happen. */

void panic_in_task(void)
{
	wait_for_others();
	panic("Attempted to kill init! exitcode=0x%08x\n", 0x0000000b);
}

static void panic_work(void)
{
	panic("Fatal exception in interrupt");
}

/* In a device's interrupt. */
void panic_in_irq(void)
{
	wait_for_others();
	run_in_irq(panic_work);
}

/* A timer finds that this CPU ran one task for too long. It panics if softlockup_panic is set. */
static void soft_lockup_work(void)
{
	watchdog_soft_lockup(22, current_pt_regs());
}

void soft_lockup(void)
{
	wait_for_others();
	run_in_irq(soft_lockup_work);
}

/*
 * In an NMI: the hard lockup detector, which panics if hardlockup_panic is set (the default); on
 * arm64 an SError, which always panics (before 4.15: an oops).
 */
static void panic_now_in_nmi(void)
{
#ifdef CONFIG_ARM64
	local_irq_disable(); /* as exception entry does */
	el1_error(current_pt_regs(), 0xbf000002);
#else
	run_in_nmi(hard_lockup_work);
#endif
}

static void hard_lockup_work(void)
{
	watchdog_overflow_callback(current_pt_regs());
}

void panic_in_nmi(void)
{
	wait_for_others();
	panic_now_in_nmi();
}

/* Like the runs on the real v5.2.1: in NMI state, without a message before panic(). */
static void quiet_nmi_panic_work(void)
{
	nmi_panic(current_pt_regs(), "lastwords: NMI");
}

void quiet_panic_in_nmi(void)
{
	wait_for_others();
	run_in_nmi(quiet_nmi_panic_work);
}

/* In a printk-safe section. */
void panic_in_printk_safe(void)
{
	wait_for_others();
	local_irq_disable();
	__printk_safe_enter();
	panic("stack-protector: Kernel stack is corrupted in: %pS", (void *)vprintk_store);
}

/* With a raw lock held, interrupts off; under logbuf_lock in a printk-safe section. */
void panic_holding(raw_spinlock_t *lock)
{
	wait_for_others();
	local_irq_disable();
	take(lock);
	panic("stack-protector: Kernel stack is corrupted in: %pS", (void *)panic_holding);
}

static void panic_at_breakpoint(void)
{
	panic("stack-protector: Kernel stack is corrupted in: %pS", (void *)vprintk_store);
}

/* In the middle of printk(), under logbuf_lock. */
void panic_inside_vprintk_store(void)
{
	wait_for_others();
	hw_breakpoint((void *)vprintk_store, (void *)panic_at_breakpoint);
	printk(KERN_INFO "this line is never stored\n");
}

/* The same, by an NMI at that moment. */
void nmi_panic_inside_vprintk_store(void)
{
	wait_for_others();
	hw_breakpoint((void *)vprintk_store, (void *)panic_now_in_nmi);
	printk(KERN_INFO "this line is never stored\n");
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
/* An NMI panics while this CPU has reserved a record and not yet written it. */
void nmi_panic_inside_printk_sprint(void)
{
	wait_for_others();
	hw_breakpoint((void *)printk_sprint, (void *)panic_now_in_nmi);
	printk(KERN_INFO "this line is never stored\n");
}
#endif

/* An NMI panics while this CPU is in a console driver, with the port's lock. */
void panic_in_console_driver(void)
{
	wait_for_others();
	hw_breakpoint(inside_console_driver(), (void *)panic_now_in_nmi);
	printk(KERN_INFO "the line that was being printed\n");
}

/* Another CPU acts at a point of this CPU's panic: see wedge_on_signal(). */
bool wedge_signal;
bool wedged;

static void signal_wedge(void)
{
	WRITE_ONCE(wedge_signal, true);
	while (!READ_ONCE(wedged))
		cpu_relax();
}

/*
 * Panics; when it enters the function (smp_send_stop, …), a CPU in wedge_on_signal() takes its
 * lock, and this CPU continues.
 */
void panic_and_signal_at(void (*function)(void))
{
	wait_for_others();
	hw_breakpoint((void *)function, (void *)signal_wedge);
	panic("Attempted to kill init! exitcode=0x%08x\n", 0x0000000b);
}

/* Interrupts off; takes the lock between the panicking CPU's banner and its attempt to stop us. */
void wedge_on_signal(raw_spinlock_t *lock)
{
	local_irq_disable();
	lw_staged();
	while (!READ_ONCE(wedge_signal))
		cpu_relax();
	take(lock);
	WRITE_ONCE(wedged, true);
	for (;;)
		;
}

/* panic_on_warn: a warning becomes a panic. */
void warn_in_task(void)
{
	wait_for_others();
	WARN(true, "lastwords: a warning\n");
}

/* echo c > /proc/sysrq-trigger */
void sysrq_c(void)
{
	wait_for_others();
	__handle_sysrq('c', false);
}

/* ---- oopses: they panic if panic_on_oops is set, or in an interrupt ---- */

static void write_to_null(void)
{
	int *nowhere = NULL;

	*nowhere = 1;
}

void oops_in_task(void)
{
	wait_for_others();
	write_to_null();
}

void oops_in_irq(void)
{
	wait_for_others();
	run_in_irq(write_to_null);
}

/* With a raw lock held, interrupts off. */
void oops_under_lock(raw_spinlock_t *lock)
{
	wait_for_others();
	local_irq_disable();
	take(lock);
	write_to_null();
}

/* In the middle of printk(), under logbuf_lock. */
void oops_inside_vprintk_store(void)
{
	wait_for_others();
	hw_breakpoint((void *)vprintk_store, (void *)write_to_null);
	printk(KERN_INFO "this line is never stored\n");
}
