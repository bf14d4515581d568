/*
 * kernel/panic.c of v5.2: the end of the kernel, and what happens to CPUs that come second.
 *
 * Left out: pause_on_oops, the hard parts of taint (modules, proprietary), kgdb, sparc, s390.
 * panic_print is kept as far as this machine has something to show.
 */

int panic_on_oops = CONFIG_PANIC_ON_OOPS_VALUE;
int panic_on_warn;
int panic_timeout = CONFIG_PANIC_TIMEOUT;
bool crash_kexec_post_notifiers;

#define PANIC_PRINT_TASK_INFO 0x01
#define PANIC_PRINT_MEM_INFO 0x02
#define PANIC_PRINT_TIMER_INFO 0x04
#define PANIC_PRINT_LOCK_INFO 0x08
#define PANIC_PRINT_FTRACE_INFO 0x10
#define PANIC_PRINT_ALL_PRINTK_MSG 0x20
unsigned long panic_print;

#define PANIC_TIMER_STEP 100
#define PANIC_BLINK_SPD 18

ATOMIC_NOTIFIER_HEAD(panic_notifier_list);
unsigned long tainted_mask;

/* The CPU that runs panic(): only crash_kexec() ever makes it free again. */
atomic_t panic_cpu = ATOMIC_INIT(PANIC_CPU_INVALID);

static long no_blink(int state)
{
	return 0;
}

/* Set by keyboard drivers; returns how many ms it waited. */
long (*panic_blink)(int state);

#ifndef HAVE_PANIC_SMP_SELF_STOP
/* Where a CPU ends that panics while another one does: interrupts off, still online. */
void panic_smp_self_stop(void)
{
	for (;;)
		cpu_relax();
}
#endif

#ifndef HAVE_NMI_PANIC_SELF_STOP
void nmi_panic_self_stop(struct pt_regs *regs)
{
	panic_smp_self_stop();
}
#endif

#ifndef HAVE_CRASH_SMP_SEND_STOP
static bool cpus_stopped;

/* Stops the other CPUs for a crash dump: once only. */
void crash_smp_send_stop(void)
{
	if (cpus_stopped)
		return;

	smp_send_stop();
	cpus_stopped = true;
}
#endif

/* panic() for an NMI: if this CPU is the one that panics already, the NMI changes nothing. */
void nmi_panic(struct pt_regs *regs, const char *msg)
{
	int this_cpu = smp_processor_id();
	int old_cpu = atomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, this_cpu);

	if (old_cpu == PANIC_CPU_INVALID) {
		lw_panic_begins();
		panic("%s", msg);
	} else if (old_cpu != this_cpu) {
		nmi_panic_self_stop(regs);
	}
}

static void panic_print_sys_info(void)
{
	if (panic_print & PANIC_PRINT_ALL_PRINTK_MSG)
		console_flush_on_panic(CONSOLE_REPLAY_ALL);
	if (panic_print & PANIC_PRINT_TASK_INFO)
		show_state();
	if (panic_print & PANIC_PRINT_MEM_INFO)
		show_mem();
	if (panic_print & PANIC_PRINT_TIMER_INFO)
		sysrq_timer_list_show();
	if (panic_print & PANIC_PRINT_LOCK_INFO)
		debug_show_all_locks();
	if (panic_print & PANIC_PRINT_FTRACE_INFO)
		ftrace_dump();
}

/* The message of panic(). Static, because the stack may be what is broken. */
char panic_buf[1024];

void panic(const char *fmt, ...)
{
	bool post_notifiers = crash_kexec_post_notifiers;
	int this_cpu, old_cpu, state = 0;
	long i, i_next = 0, len;
	va_list args;

	/* Nothing may interrupt from here on; preemption stays as it was (a bug until v5.4). */
	local_irq_disable();

	/* Several CPUs may get here, one goes on. The same one may come again, by nmi_panic(). */
	this_cpu = raw_smp_processor_id();
	old_cpu = atomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, this_cpu);
	if (old_cpu != PANIC_CPU_INVALID && old_cpu != this_cpu)
		panic_smp_self_stop();
	if (old_cpu == PANIC_CPU_INVALID)
		lw_panic_begins();

	console_verbose();
	bust_spinlocks(1);
	va_start(args, fmt);
	len = vscnprintf(panic_buf, sizeof(panic_buf), fmt, args);
	va_end(args);
	if (len && panic_buf[len - 1] == '\n')
		panic_buf[len - 1] = '\0';

	pr_emerg("Kernel panic - not syncing: %s\n", panic_buf);
#ifdef CONFIG_DEBUG_BUGVERBOSE
	/* An oops has shown its stack already. */
	if (!test_taint(TAINT_DIE) && oops_in_progress <= 1)
		dump_stack();
#endif

	/* With a crash kernel this is the end, unless notifiers and dumpers are to come first. */
	if (!post_notifiers) {
		printk_safe_flush_on_panic();
		__crash_kexec(NULL);
		smp_send_stop();
	} else {
		crash_smp_send_stop();
	}

	/* Many of these print. */
	atomic_notifier_call_chain(&panic_notifier_list, 0, panic_buf);

	/* Once more: it does more when the other CPUs are offline. */
	printk_safe_flush_on_panic();
	kmsg_dump(KMSG_DUMP_PANIC);
	lw_dump_over();

	if (post_notifiers)
		__crash_kexec(NULL);

#ifdef CONFIG_VT
	unblank_screen();
#endif
	console_unblank();

	/* A CPU that was stopped may still own the consoles: print without them. */
	debug_locks_off();
	console_flush_on_panic(CONSOLE_FLUSH_PENDING);

	panic_print_sys_info();

	if (!panic_blink)
		panic_blink = no_blink;

	if (panic_timeout > 0) {
		pr_emerg("Rebooting in %d seconds..\n", panic_timeout);
		for (i = 0; i < panic_timeout * 1000; i += PANIC_TIMER_STEP) {
			touch_nmi_watchdog();
			if (i >= i_next) {
				i += panic_blink(state ^= 1);
				i_next = i + 3600 / PANIC_BLINK_SPD;
			}
			mdelay(PANIC_TIMER_STEP);
		}
	}
	if (panic_timeout != 0) {
		if (panic_reboot_mode != REBOOT_UNDEFINED)
			reboot_mode = panic_reboot_mode;
		emergency_restart();
	}

	pr_emerg("---[ end Kernel panic - not syncing: %s ]---\n", panic_buf);

	/* Whatever other CPUs print now would push the message off the screen. */
	suppress_printk = 1;
	lw_final_loop();
	local_irq_enable();
	for (i = 0; ; i += PANIC_TIMER_STEP) {
		touch_softlockup_watchdog();
		if (i >= i_next) {
			i += panic_blink(state ^= 1);
			i_next = i + 3600 / PANIC_BLINK_SPD;
		}
		mdelay(PANIC_TIMER_STEP);
	}
}

int test_taint(unsigned int flag)
{
	return (tainted_mask >> flag) & 1;
}

void add_taint(unsigned int flag)
{
	debug_locks_off();
	fetch_or(&tainted_mask, 1UL << flag);
}

const char *print_tainted(void)
{
	if (!tainted_mask)
		return "Not tainted";
	if (test_taint(TAINT_DIE))
		return test_taint(TAINT_WARN) ? "Tainted: G      D W" : "Tainted: G      D";
	return "Tainted: G        W";
}

/* ---- oops ---- */

bool oops_may_print_flag = true;

int oops_may_print(void)
{
	return oops_may_print_flag;
}

void oops_enter(void)
{
	debug_locks_off();
}

void print_oops_end_marker(void)
{
	pr_warn("---[ end trace %016lx ]---\n", 0UL);
}

void oops_exit(void)
{
	print_oops_end_marker();
	kmsg_dump(KMSG_DUMP_OOPS);
}

/* ---- warnings ---- */

static void __warn_begin(const char *function)
{
	pr_warn("------------[ cut here ]------------\n");
	pr_warn("WARNING: CPU: %d PID: %d at %s\n", smp_processor_id(), current->pid, function);
}

static void __warn_end(void)
{
	if (panic_on_warn) {
		/* So that a warning in panic() does not come back here. */
		panic_on_warn = 0;
		panic("panic_on_warn set ...\n");
	}
	dump_stack();
	print_oops_end_marker();
	add_taint(TAINT_WARN);
}

void warn_slowpath_null(const char *function)
{
	__warn_begin(function);
	__warn_end();
}

void warn_slowpath_fmt(const char *function, const char *fmt, ...)
{
	va_list args;
	char text[256];

	__warn_begin(function);
	va_start(args, fmt);
	vscnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	pr_warn("%s", text);
	__warn_end();
}
