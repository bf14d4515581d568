/*
 * kernel/kexec_core.c: the images of kernels to jump into, and the jump after a crash.
 *
 * Left out: images for a reboot, vmcoreinfo, page tables and the protection of the crash memory.
 * Simplified: an image is a number of segments, whose contents do not matter here.
 */

#if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0) || BACKPORT(kexec_trylock)
/* Not a mutex: panic() needs it in any context (05c6257433b7). */
atomic_t __kexec_lock = ATOMIC_INIT(0);

/* One task at a time changes images. Others get -EBUSY. */
inline bool kexec_trylock(void)
{
	return atomic_cmpxchg(&__kexec_lock, 0, 1) == 0;
}

inline void kexec_unlock(void)
{
	atomic_set(&__kexec_lock, 0);
}

/* Nobody waits for it, so there is nobody to wake (7bb5da0d490b). */
inline int kexec_lock_for_size(void)
{
	return kexec_trylock() ? 0 : -EBUSY;
}
#else
DEFINE_MUTEX(kexec_mutex);

/* One task at a time changes images. Others get -EBUSY. */
inline bool kexec_trylock(void)
{
	return mutex_trylock(&kexec_mutex);
}

inline void kexec_unlock(void)
{
	mutex_unlock(&kexec_mutex);
}

/* Reading or changing the size of the crash memory waits instead. */
inline int kexec_lock_for_size(void)
{
	mutex_lock(&kexec_mutex);
	return 0;
}
#endif

struct kimage *kexec_crash_image;
struct crash_memory crashk_res;

/* Does the service that loads a crash kernel run at boot? */
bool kdump_at_boot = true;

/* One in place, and one being loaded. */
static struct kimage kimages[2];

/* Caller holds the lock. NULL if there is no room. */
struct kimage *kimage_alloc(void)
{
	struct kimage *image;

	for (image = kimages; image < kimages + 2; image++) {
		if (!image->in_use) {
			image->in_use = true;
			image->segments = 0;
			return image;
		}
	}
	return NULL;
}

void kimage_free(struct kimage *image)
{
	if (image)
		image->in_use = false;
}

/* Memory for a crash kernel is reserved at boot; a service may load one then. */
static void reserve_crashkernel(void)
{
	if (!hw_crash_image())
		return;
	crashk_res.start = 0x2d000000UL;
	crashk_res.end = 0x3cffffffUL; /* crashkernel=256M */
	if (kdump_at_boot)
		kexec_crash_image = kimage_alloc();
}
early_initcall(reserve_crashkernel);

/* Should this oops go directly to the crash kernel? */
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

unsigned long crash_memory_bytes(void)
{
	return crashk_res.end ? crashk_res.end - crashk_res.start + 1 : 0;
}

/* In bytes, or an error. */
long crash_get_memory_size(void)
{
	long answer = kexec_lock_for_size();

	if (answer == 0) {
		answer = crash_memory_bytes();
		kexec_unlock();
	}
	return answer;
}

/* Caller holds the lock. Memory given back is gone for good, and no image may be in it. */
static int give_crash_memory_back(unsigned long bytes)
{
	if (kexec_crash_image)
		return -ENOENT;
	if (bytes > crash_memory_bytes())
		return -EINVAL;
	crashk_res.end = bytes ? crashk_res.start + bytes - 1 : 0;
	return 0;
}

int crash_shrink_memory(unsigned long new_size)
{
	int err = kexec_lock_for_size();

	if (err)
		return err;
	err = give_crash_memory_back(new_size);
	kexec_unlock();
	return err;
}

/*
 * Jumps into the crash kernel, if there is one and it is not being changed. If this returns, there
 * is no crash dump and no message about it.
 */
void __crash_kexec(struct pt_regs *regs)
{
	if (!kexec_trylock())
		return;

	if (kexec_crash_image) {
		machine_crash_shutdown(regs);
		machine_kexec(kexec_crash_image);
	}
	kexec_unlock();
}

/* The same for an oops: it competes with panic() on other CPUs. */
void crash_kexec(struct pt_regs *regs)
{
	int this_cpu = raw_smp_processor_id();

	if (atomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, this_cpu) != PANIC_CPU_INVALID)
		return;

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
	printk_safe_flush_on_panic();
#endif
	__crash_kexec(regs);

	/* No dump: panic() may now take its turn. */
	atomic_set(&panic_cpu, PANIC_CPU_INVALID);
}

/* Saves this CPU's registers in its note of the dump. */
void crash_save_cpu(struct pt_regs *regs, int cpu)
{
	hw_crash_note();
}
