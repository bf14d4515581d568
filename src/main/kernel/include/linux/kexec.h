/* Kernels that are loaded to be jumped into, and the memory reserved for the crash kernel. */
#define KEXEC_ON_CRASH 0x1
#define KEXEC_FILE_UNLOAD 0x1
#define KEXEC_FILE_ON_CRASH 0x2
#define KEXEC_SEGMENT_MAX 16

struct kimage {
	bool in_use;
	unsigned int segments; /* number of segments copied */
};

/* First to last byte; empty if both are 0. */
struct crash_memory {
	unsigned long start;
	unsigned long end;
};
