/*
 * The state in which the crash kernel finds a device. It cannot ask the dead kernel: the device is
 * as that kernel, firmware or a hypervisor left it.
 */
/* In milliseconds. */
#define NEVER (-1)

enum crash_device_suffers {
	SUFFERS_NOTHING,	/* the crash kernel can cope with it */
	SUFFERS_PROBE,		/* its driver in the crash kernel gets no answer from the device */
	SUFFERS_DMA,		/* the device still writes into memory */
	SUFFERS_MEMORY,		/* old memory cannot be read */
	SUFFERS_RESET,		/* it resets the machine while the crash kernel runs */
};

struct crash_device {
	const char *name;
	int suffers;	/* what suffers while the device is active */
	bool active;
	struct crash_device *next;
};

/* Active when the kernel died? The setting DEVICE_active overrides this. */
#define CRASH_DEVICE(device, title, suffering, at_work) \
	bool device##_active = at_work; \
	struct crash_device device = { .name = title, .suffers = suffering }; \
	static void device##_found(void) \
	{ \
		device.active = device##_active; \
		crash_device_register(&device); \
	} \
	core_initcall(device##_found)
