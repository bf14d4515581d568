/* What user space does with crash kernels: the service that loads one, and its observers. */

/* In the middle of a load for ever; interrupts are on, so it can be stopped. */
void kexec_loader_holding_mutex(void)
{
	while (!kexec_trylock())
		schedule();
	lw_staged();
	for (;;)
		;
}

/* Time between two loads by kexec_loader(). */
unsigned int kexec_rest_ms = 20;

/* kexec -c -p over and over. */
void kexec_loader(void)
{
	lw_staged();
	for (;;) {
		sys_kexec_load(4, KEXEC_ON_CRASH);
		mdelay(kexec_rest_ms);
	}
}

/* kexec -c -p: once, with this many segments. */
void load_crash_kernel(unsigned int segments)
{
	lw_staged();
	sys_kexec_load(segments, KEXEC_ON_CRASH);
}

/* kexec -s -p: once. */
void load_crash_kernel_file(void)
{
	lw_staged();
	sys_kexec_file_load(KEXEC_FILE_ON_CRASH);
}

/* kexec -p -u */
void unload_crash_kernel(void)
{
	lw_staged();
	sys_kexec_load(0, KEXEC_ON_CRASH);
}

/* cat /sys/kernel/kexec_crash_size */
void read_crash_size(void)
{
	lw_staged();
	kexec_crash_size_show();
}

/* echo BYTES > /sys/kernel/kexec_crash_size */
void shrink_crash_size(unsigned long bytes)
{
	lw_staged();
	kexec_crash_size_store(bytes);
}

/* Time between two events, each of which reloads the crash kernel. */
unsigned int hotplug_period_ms = 1000;

/*
 * CPUs or memory come and go, and udev restarts the service each time: it unloads the old image and
 * loads one for the current machine.
 */
void reload_on_hotplug(void)
{
	lw_staged();
	for (;;) {
		sys_kexec_file_load(KEXEC_FILE_ON_CRASH | KEXEC_FILE_UNLOAD);
		sys_kexec_file_load(KEXEC_FILE_ON_CRASH);
		mdelay(hotplug_period_ms);
	}
}
