/*
 * kernel/panic.c of v4.19: panic(). The rest is as in v5.2, but for panic_print, which does not
 * exist yet.
 */
void panic(const char *fmt, ...)
{
	bool post_notifiers = crash_kexec_post_notifiers;
	int this_cpu, old_cpu, state = 0;
	long i, i_next = 0;
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
	/* A newline at its end stays, and shows as an empty line. */
	vscnprintf(panic_buf, sizeof(panic_buf), fmt, args);
	va_end(args);

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

	/* oops_in_progress goes back to what it was: console drivers take their locks again. */
	bust_spinlocks(0);

	/* A CPU that was stopped may still own the consoles: print without them. */
	debug_locks_off();
	console_flush_on_panic(CONSOLE_FLUSH_PENDING);

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
	if (panic_timeout != 0)
		emergency_restart();

	pr_emerg("---[ end Kernel panic - not syncing: %s ]---\n", panic_buf);

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
