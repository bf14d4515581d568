/*
 * kernel/kexec_core.c: into the crash kernel.
 *
 * Left out: loading (see workloads/kexec.c for a loader), vmcoreinfo.
 */

DEFINE_MUTEX(kexec_mutex);

struct kimage {
	int head;
};

static struct kimage crash_image;
struct kimage *kexec_crash_image;

static void load_crash_image(void)
{
	if (hw_crash_image())
		kexec_crash_image = &crash_image;
}
early_initcall(load_crash_image);

/* Should this oops go straight into the crash kernel? */
int kexec_should_crash(struct task_struct *task)
{
	/* If notifiers come first, panic() has to do it. */
	if (crash_kexec_post_notifiers)
		return 0;
	return in_interrupt() || task->pid == 0 || task->pid == 1 || panic_on_oops;
}

int kexec_crash_loaded(void)
{
	return kexec_crash_image != NULL;
}

/*
 * Jumps into the crash kernel, if there is one and nobody is loading another just now. When this
 * comes back, there is no crash dump and no message that says so.
 */
void __crash_kexec(struct pt_regs *regs)
{
	if (!mutex_trylock(&kexec_mutex))
		return;

	if (kexec_crash_image) {
		machine_crash_shutdown(regs);
		machine_kexec(kexec_crash_image);
	}
	mutex_unlock(&kexec_mutex);
}

/* The same for an oops: it competes with panic() on other CPUs. */
void crash_kexec(struct pt_regs *regs)
{
	int this_cpu = raw_smp_processor_id();

	if (atomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, this_cpu) != PANIC_CPU_INVALID)
		return;

	printk_safe_flush_on_panic();
	__crash_kexec(regs);

	/* No dump: panic() may have its turn. */
	atomic_set(&panic_cpu, PANIC_CPU_INVALID);
}

/* This CPU's registers into its note of the dump. */
void crash_save_cpu(struct pt_regs *regs, int cpu)
{
	hw_crash_note();
}
