/* kernel/hung_task.c: silences the hung task detector. */
#ifdef CONFIG_DETECT_HUNG_TASK

static int did_panic;

PANIC_NOTIFIER(hung_task_panic, 0, PN_WATCHDOG)
{
	did_panic = 1;
	return NOTIFY_DONE;
}

#endif
