/*
 * kernel/kexec_core.c of 5.2 after "panic, kexec: make __crash_kexec() NMI safe" (05c6257433b7,
 * Valentin Schneider, June 2022, merged for 6.0): an atomic word instead of kexec_mutex, whose
 * trylock PREEMPT_RT refuses in interrupts.
 */

atomic_t __kexec_lock = ATOMIC_INIT(0);

bool kexec_trylock(void)
{
	return atomic_cmpxchg(&__kexec_lock, 0, 1) == 0;
}

void kexec_unlock(void)
{
	atomic_set(&__kexec_lock, 0);
}

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
