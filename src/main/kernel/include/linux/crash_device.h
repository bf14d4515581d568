/*
 * What the crash kernel finds of a device. It cannot ask the kernel that died: a device is as that
 * one, its firmware or its hypervisor left it.
 */
/* In milliseconds. */
#define NEVER (-1)

enum crash_device_suffers {
	SUFFERS_NOTHING,	/* the crash kernel comes to terms with it */
	SUFFERS_PROBE,		/* its driver in the crash kernel finds no device that answers */
	SUFFERS_DMA,		/* the device still writes into memory */
	SUFFERS_MEMORY,		/* old memory cannot be read */
	SUFFERS_RESET,		/* it resets the machine while the crash kernel works */
};

struct crash_device {
	const char *name;
	int suffers;	/* the crash kernel, as long as the device is active */
	bool active;
	struct crash_device *next;
};

#define CRASH_DEVICE(device, title, suffering) \
	struct crash_device device = { .name = title, .suffers = suffering, .active = true }; \
	static void device##_found(void) { crash_device_register(&device); } \
	core_initcall(device##_found)
