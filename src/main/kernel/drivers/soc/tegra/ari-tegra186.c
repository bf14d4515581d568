/* drivers/soc/tegra/ari-tegra186.c: machine checks known to the secure monitor. */
#ifdef CONFIG_ARCH_TEGRA_186_SOC

int tegra_monitor_ms = 1;
unsigned int tegra_machine_checks; /* one bit per bank with an error */

static const char *const tegra_banks[] = { "SYS:DPMU", "ROC:IOB", "ROC:MCB", "ROC:CCE" };

PANIC_NOTIFIER(tegra186_ari_panic_handler, 0, PN_INFO)
{
	int bank;

	for (bank = 0; bank < 4; bank++) {
		device_await(tegra_monitor_ms);
		if (tegra_machine_checks >> bank & 1)
			pr_crit("Machine Check Error in %s\n", tegra_banks[bank]);
	}
	return NOTIFY_DONE;
}

#endif
