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

/* At work when the kernel died? The setting DEVICE_active says otherwise. */
#define CRASH_DEVICE(device, title, suffering, at_work) \
	bool device##_active = at_work; \
	struct crash_device device = { .name = title, .suffers = suffering }; \
	static void device##_found(void) \
	{ \
		device.active = device##_active; \
		crash_device_register(&device); \
	} \
	core_initcall(device##_found)
