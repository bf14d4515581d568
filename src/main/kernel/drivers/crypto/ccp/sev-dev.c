/*
 * drivers/crypto/ccp/sev-dev.c: a host of confidential guests. While their firmware is active,
 * their memory cannot be read. It is left alone if another CPU was in the middle of a command.
 */
#ifdef CONFIG_CRYPTO_DEV_SP_PSP

#define PSP_COMMAND_LIMIT_MS 10000

int psp_command_ms = 50;
DEFINE_MUTEX(sev_cmd_mutex);
CRASH_DEVICE(snp_firmware, "SNP firmware", SUFFERS_MEMORY, false);

PANIC_NOTIFIER_IN(snp_shutdown_on_panic, 0, PN_HARDWARE, mutex_lock(&sev_cmd_mutex))
{
	if (!mutex_trylock(&sev_cmd_mutex))
		return NOTIFY_DONE;
	if (device_poll(psp_command_ms, PSP_COMMAND_LIMIT_MS))
		device_write(&snp_firmware, false);
	mutex_unlock(&sev_cmd_mutex);
	return NOTIFY_DONE;
}

#endif
