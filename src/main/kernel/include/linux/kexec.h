/* Kernels that are loaded to be jumped into, and the memory that is kept for the one of a crash. */
#define KEXEC_ON_CRASH 0x1
#define KEXEC_FILE_UNLOAD 0x1
#define KEXEC_FILE_ON_CRASH 0x2
#define KEXEC_SEGMENT_MAX 16

struct kimage {
	bool in_use;
	unsigned int segments; /* that have been copied */
};

/* From the first to the last byte; empty: both are 0. */
struct crash_memory {
	unsigned long start;
	unsigned long end;
};
