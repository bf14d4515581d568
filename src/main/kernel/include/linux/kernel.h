/* panic(), oops and restart: shared by several files. */
#define PANIC_CPU_INVALID -1

enum reboot_mode {
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
	REBOOT_UNDEFINED = -1,
#endif
	REBOOT_COLD = 0,
	REBOOT_WARM,
	REBOOT_HARD,
	REBOOT_SOFT,
	REBOOT_GPIO,
};

#define SIGSEGV 11
