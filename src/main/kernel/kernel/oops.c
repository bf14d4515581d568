/*
 * The stages of an oops that the architectures share (traps.c and dumpstack.c of each). Each
 * architecture decides which of them it uses, in which order, and under which lock.
 *
 * Left out: pause_on_oops, die notifiers, registers, modules, the code around the fault, fix-ups.
 */

/* Only one CPU prints an oops. */
DEFINE_RAW_SPINLOCK(die_lock);
int die_counter;

/* From here on the machine is broken, and every message is shown. */
inline void oops_becomes_loud(void)
{
	lw_oops_begins();
	console_verbose();
	bust_spinlocks(1);
}

/* The crash kernel needs the machine as it is, before the consoles are unblanked. */
inline void oops_into_crash_kernel(struct pt_regs *regs)
{
	if (regs != NULL && kexec_should_crash(current))
		crash_kexec(regs);
}

/* Not every oops is fatal: in a task, the trap handler returns and the task ends. */
inline void oops_ends_in_panic(void)
{
	if (in_interrupt())
		panic("Fatal exception in interrupt");
	else if (panic_on_oops)
		panic("Fatal exception");
}

#ifdef HAVE_NESTED_OOPS
/* x86 and arm: printing an oops may oops again, so the lock has an owner and a depth. */
#define NO_CPU -1
static int die_owner = NO_CPU;
static unsigned int die_nest_count;

inline void die_lock_enter(int cpu)
{
	if (!raw_spin_trylock(&die_lock) && die_owner != cpu)
		raw_spin_lock(&die_lock);
	die_nest_count++;
	die_owner = cpu;
}

inline void die_lock_leave(void)
{
	if (--die_nest_count == 0)
		raw_spin_unlock(&die_lock);
}

unsigned long oops_begin(void)
{
	int cpu = smp_processor_id();
	unsigned long irq_state;

	oops_enter();
	raw_local_irq_save(irq_state);
	die_lock_enter(cpu);
	oops_becomes_loud();
	return irq_state;
}

/* May not return: the crash kernel or panic() takes over. */
void oops_end(unsigned long irq_state, struct pt_regs *regs, int signr)
{
	oops_into_crash_kernel(regs);
	bust_spinlocks(0);

	/* A second oops from here on is an ordinary one. */
	die_owner = NO_CPU;
	add_taint(TAINT_DIE, LOCKDEP_NOW_UNRELIABLE);
	die_lock_leave();
	raw_local_irq_restore(irq_state);
	oops_exit();

	oops_summary(regs);
	if (signr != 0) {
		oops_ends_in_panic();
		do_exit(signr);
	}
}
#else
/* The other architectures: a nested oops on the same CPU spins here. */
inline void oops_becomes_quiet(void)
{
	bust_spinlocks(0);
	add_taint(TAINT_DIE, LOCKDEP_NOW_UNRELIABLE);
}
#endif
