/*
 * kernel/panic.c: the end of the kernel, and what happens to CPUs that panic second.
 *
 * Left out: pause_on_oops, the hard parts of taint (modules, proprietary), kgdb, sparc, s390.
 * panic_print is included as far as this machine has something to show.
 */

int panic_on_oops = CONFIG_PANIC_ON_OOPS_VALUE;
int panic_on_warn;
int panic_timeout = CONFIG_PANIC_TIMEOUT;
bool crash_kexec_post_notifiers;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
#define PANIC_PRINT_TASK_INFO 0x01
#define PANIC_PRINT_MEM_INFO 0x02
#define PANIC_PRINT_TIMER_INFO 0x04
#define PANIC_PRINT_LOCK_INFO 0x08
#define PANIC_PRINT_FTRACE_INFO 0x10
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
#define PANIC_PRINT_ALL_PRINTK_MSG 0x20
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
#define PANIC_PRINT_ALL_CPU_BT 0x40
#endif
unsigned long panic_print;
#endif

#define PANIC_TIMER_STEP 100
#define PANIC_BLINK_SPD 18

ATOMIC_NOTIFIER_HEAD(panic_notifier_list);
unsigned long tainted_mask;

/* The CPU that runs panic(): only crash_kexec() ever releases it. */
atomic_t panic_cpu = ATOMIC_INIT(PANIC_CPU_INVALID);

static long no_blink(int state)
{
	return 0;
}

/* Set by keyboard drivers; returns how many ms it waited. */
long (*panic_blink)(int state);

#ifndef HAVE_PANIC_SMP_SELF_STOP
/* Where a CPU ends if it panics while another one does: interrupts off, still online. */
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

/* Stops the other CPUs for a crash dump: only once. */
void crash_smp_send_stop(void)
{
	if (cpus_stopped)
		return;

	smp_send_stop();
	cpus_stopped = true;
}
#endif

/* The kinds of CPU that call panic(): the first one, the same one again, or one too many. */
enum panic_claim {
	PANIC_FIRST,
	PANIC_AGAIN,
	PANIC_TOO_LATE,
};

static inline enum panic_claim claim_panic(void)
{
	int me = raw_smp_processor_id(), holder = atomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, me);

	if (holder == me)
		return PANIC_AGAIN;
	if (holder != PANIC_CPU_INVALID)
		return PANIC_TOO_LATE;
	lw_panic_begins();
	return PANIC_FIRST;
}

/* panic() for an NMI: if this CPU is already panicking, the NMI changes nothing. */
void nmi_panic(struct pt_regs *regs, const char *msg)
{
	switch (claim_panic()) {
	case PANIC_FIRST:
		panic("%s", msg);
		break;
	case PANIC_TOO_LATE:
		nmi_panic_self_stop(regs);
		break;
	case PANIC_AGAIN:
		break;
	}
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
/* What panic_print requests, in the order in which it is shown. */
struct panic_extra {
	unsigned long bit;
	void (*show)(void);
};

static const struct panic_extra panic_extras[] = {
	{ PANIC_PRINT_TASK_INFO, show_state },
	{ PANIC_PRINT_MEM_INFO, show_mem },
	{ PANIC_PRINT_TIMER_INFO, sysrq_timer_list_show },
	{ PANIC_PRINT_LOCK_INFO, debug_show_all_locks },
	{ PANIC_PRINT_FTRACE_INFO, ftrace_dump },
};

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
/* Prints to the consoles again, from the beginning of the log. */
static inline void panic_replays_log(void)
{
	if (panic_print & PANIC_PRINT_ALL_PRINTK_MSG)
		console_flush_on_panic(CONSOLE_REPLAY_ALL);
}
#endif

static inline void panic_print_sys_info(void)
{
	int i;

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	/* Comes after the other CPUs were stopped: they do not answer any more. */
	if (panic_print & PANIC_PRINT_ALL_CPU_BT)
		trigger_all_cpu_backtrace();
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	if (panic_print & PANIC_PRINT_ALL_PRINTK_MSG)
		console_flush_on_panic(CONSOLE_REPLAY_ALL);
#endif
	for (i = 0; i < (int)(sizeof(panic_extras) / sizeof(panic_extras[0])); i++) {
		if (panic_print & panic_extras[i].bit)
			panic_extras[i].show();
	}
}
#endif

/* The panic message. Static, because the stack may be what is broken. */
char panic_buf[1024];

/* From now on nothing disturbs this CPU, and no other CPU panics. Consoles show every level. */
static inline void panic_begins(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0) || BACKPORT(panic_on_warn_once)
	/* A warning from here on must not panic again. */
	if (panic_on_warn)
		panic_on_warn = 0;
#endif
	local_irq_disable();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
	/* Interrupts are on again at the end, and the panicking task must still keep this CPU. */
	preempt_disable();
#endif
	if (claim_panic() == PANIC_TOO_LATE)
		panic_smp_self_stop();
	console_verbose();
	bust_spinlocks(1);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
/* The text without the trailing newline that most callers pass. */
static inline void panic_trims_text(int len)
{
	if (len && panic_buf[len - 1] == '\n')
		panic_buf[len - 1] = '\0';
}
#endif

/* The first place to hang: the log and the consoles may belong to a CPU that is stuck. */
static inline void panic_says_why(void)
{
	pr_emerg("Kernel panic - not syncing: %s\n", panic_buf);
#ifdef CONFIG_DEBUG_BUGVERBOSE
	/* An earlier oops or panic has already shown the stack. */
	if (oops_in_progress <= 1 && !test_taint(TAINT_DIE))
		dump_stack();
#endif
#ifdef CONFIG_PRINTK_KTHREADS
	pr_flush_before_sync_mode();
#endif
}

/* Jumps into the crash kernel, if there is one and notifiers may run later; else stops. */
static inline void panic_stops_others(bool notifiers_first)
{
	if (notifiers_first) {
		crash_smp_send_stop();
		return;
	}
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_safe_flush_on_panic();
#endif
	__crash_kexec(NULL);
	smp_send_stop();
}

static inline void panic_saves_log(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	/* For the dumpers as well (f953f140f318). */
	panic_print_sys_info();
#elif LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_safe_flush_on_panic();
#endif
	kmsg_dump(KMSG_DUMP_PANIC);
}

/* Even to consoles that a stopped CPU owns. */
static inline void panic_shows_log(void)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	wake_consoles();
#else
	/* The oops is over for console drivers: they wait for their locks in the last flush. */
	bust_spinlocks(0);
#endif
	debug_locks_off();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	console_flush_on_panic(CONSOLE_FLUSH_PENDING);
#else
	console_flush_on_panic();
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0)
	panic_replays_log();
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	panic_print_sys_info();
#endif
}

/* The LEDs, and how many ms are left until they change. */
struct panic_leds {
	int on;
	long due;
};

/* Waits for one step of time, and blinks the LEDs when due; returns how many ms that took. */
static inline long blink_and_wait(struct panic_leds *leds)
{
	long blinked = 0;

	if (leds->due <= 0) {
		leds->on = !leds->on;
		blinked = panic_blink(leds->on);
		leds->due = 3600 / PANIC_BLINK_SPD;
	}
	mdelay(PANIC_TIMER_STEP);
	leds->due -= PANIC_TIMER_STEP;
	return blinked + PANIC_TIMER_STEP;
}

/* With panic= set: after that many seconds, or at once if negative. */
static inline void panic_restarts(struct panic_leds *leds)
{
	int seconds = panic_timeout;
	long left = 1000L * seconds;

	if (left > 0)
		pr_emerg("Rebooting in %d seconds..\n", seconds);
	for (; left > 0; left -= blink_and_wait(leds))
		touch_nmi_watchdog();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	if (panic_reboot_mode != REBOOT_UNDEFINED)
		reboot_mode = panic_reboot_mode;
#endif
	emergency_restart();
}

/* For ever. Interrupts are on again: handlers may still do work. */
static inline void panic_stays(struct panic_leds *leds)
{
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
	pr_emerg("---[ end Kernel panic - not syncing: %s ]---\n", panic_buf);
#else
	pr_emerg("---[ end Kernel panic - not syncing: %s\n", panic_buf);
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	/* The last words must not scroll away. */
	suppress_printk = 1;
#endif
	lw_final_loop();
	local_irq_enable();
	for (;;) {
		touch_softlockup_watchdog();
		blink_and_wait(leds);
	}
}

void panic(const char *fmt, ...)
{
	bool notifiers_first = crash_kexec_post_notifiers;
	struct panic_leds leds = { 0 };

	panic_begins();
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
	panic_trims_text(with_arguments(fmt, vscnprintf(panic_buf, sizeof(panic_buf), fmt, args)));
#else
	with_arguments(fmt, vscnprintf(panic_buf, sizeof(panic_buf), fmt, args));
#endif
	panic_says_why();

	panic_stops_others(notifiers_first);
	/* The second place to hang: many notifiers print. */
	atomic_notifier_call_chain(&panic_notifier_list, 0, panic_buf);

	panic_saves_log();
	lw_dump_over();
	if (notifiers_first)
		__crash_kexec(NULL);
	panic_shows_log();

	if (!panic_blink)
		panic_blink = no_blink;
	if (panic_timeout != 0)
		panic_restarts(&leds);
	panic_stays(&leds);
}

int test_taint(unsigned int flag)
{
	return (tainted_mask >> flag) & 1;
}

void add_taint(unsigned int flag, enum lockdep_ok lockdep_ok)
{
	if (lockdep_ok == LOCKDEP_NOW_UNRELIABLE)
		xchg(&debug_locks, 0);
	fetch_or(&tainted_mask, 1UL << flag);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 18, 0)
#define TAINT_END "   "
#else
#define TAINT_END "  " /* one flag fewer */
#endif

/* A letter for each flag, by position. This kernel sets D, W and L. */
const char *print_tainted(char *buf, unsigned long size)
{
	if (!tainted_mask)
		return "Not tainted";
	snprintf(buf, size, "Tainted: G      %c %c    %c" TAINT_END, test_taint(TAINT_DIE) ? 'D' : ' ',
		 test_taint(TAINT_WARN) ? 'W' : ' ', test_taint(TAINT_SOFTLOCKUP) ? 'L' : ' ');
	return buf;
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

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
/* Random at first, so that oopses of different boots differ. */
static u64 oops_id;
#else
#define oops_id 0UL /* "panic: remove oops_id" */
#endif

void print_oops_end_marker(void)
{
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	oops_id = oops_id ? oops_id + 1 : hw_leftover();
#endif
	pr_warn("---[ end trace %016lx ]---\n", (unsigned long)oops_id);
}

void oops_exit(void)
{
	print_oops_end_marker();
	kmsg_dump(KMSG_DUMP_OOPS);
}

/* ---- warnings ---- */

#define CUT_HERE "------------[ cut here ]------------\n"

static void warn_where(const char *file, int line, void *place)
{
	pr_warn("WARNING: CPU: %d PID: %d at %s:%d %pS\n", smp_processor_id(), current_pid(), file, line,
		place);
}

static void warn_text(const char *text)
{
	if (text[0])
		pr_warn("%s", text);
}

static void warn_header(const char *file, int line, void *place, const char *text)
{
#ifndef HAVE_WARN_TRAP
	pr_warn(CUT_HERE);
	warn_where(file, line, place);
	warn_text(text);
#else
	/* WARN() prints its text, then traps; the handler prints the rest. */
#if LINUX_VERSION_CODE < KERNEL_VERSION(4, 15, 0)
	warn_text(text);
	pr_warn(CUT_HERE);
#else
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 4, 0)
	if (text[0])
#endif
		pr_warn(CUT_HERE);
	warn_text(text);
#endif
	warn_where(file, line, place);
#endif
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0) || BACKPORT(warn_limit)
unsigned int warn_limit; /* number of warnings that ends the kernel; 0: none */
static atomic_t warn_count = ATOMIC_INIT(0);

static inline bool warned_too_often(void)
{
	unsigned int seen = atomic_inc_return(&warn_count), most = warn_limit;

	return most != 0 && seen >= most;
}

/* Before the colon: the checker that found something; for WARN(), the kernel itself. */
static inline void end_if_warnings_are_fatal(void)
{
	if (panic_on_warn)
		panic("kernel: panic_on_warn set ...\n");
	if (warned_too_often())
		panic("kernel: system warned too often (kernel.warn_limit is %d)", warn_limit);
}
#else
static inline void end_if_warnings_are_fatal(void)
{
	if (!panic_on_warn)
		return;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0)
	/* So that a warning in panic() does not recurse. */
	panic_on_warn = 0;
#endif
	panic("panic_on_warn set ...\n");
}
#endif

/* How the CPU got there: a trap has registers to show. */
static inline void warn_stack(int level)
{
	print_modules();
#ifdef HAVE_WARN_TRAP
	show_regs_at(level);
#else
	dump_stack();
#endif
}

/* The whole warning. The level is that of the warning function. */
void __warn(const char *file, int line, int level, const char *text)
{
	warn_header(file, line, frame_place(level), text);
	end_if_warnings_are_fatal();
	warn_stack(level);
	print_oops_end_marker();
	add_taint(TAINT_WARN, LOCKDEP_STILL_OK);
}

void warn_slowpath_fmt(const char *file, int line, const char *fmt, ...)
{
	int outer_trap = this_cpu_read(warn_trap);
	char text[256];

	with_arguments(fmt, vscnprintf(text, sizeof(text), fmt, args));
#ifdef HAVE_WARN_TRAP
	this_cpu_write(warn_trap, warn_trap_at(stack_top(), !irqs_disabled()));
#endif
	__warn(file, line, stack_top() - 1, text);
	this_cpu_write(warn_trap, outer_trap);
}
