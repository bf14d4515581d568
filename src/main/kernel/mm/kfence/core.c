/* mm/kfence/core.c: looks at the canaries of all objects; a broken one is a report. */
#ifdef CONFIG_KFENCE

unsigned int kfence_objects = 255;
unsigned int kfence_corrupted; /* objects whose canary is broken */

PANIC_NOTIFIER(kfence_check_canary_callback, 0, PN_INFO)
{
	unsigned int broken;

	udelay(kfence_objects); /* a microsecond each: they are bytes to compare */
	for (broken = 0; broken < kfence_corrupted; broken++)
		pr_err("BUG: KFENCE: memory corruption in object %u\n", broken);
	return NOTIFY_OK;
}

#endif
