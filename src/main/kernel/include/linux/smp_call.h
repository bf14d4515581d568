/* Function calls on other CPUs, and the interrupts that carry them and wake a CPU's scheduler. */
struct call_single_data {
	struct call_single_data *next;
	void (*func)(void *info);
	void *info;
	unsigned int flags;
};

#define CSD_FLAG_LOCK 1U

/* Raised by hardware when the function with which a CPU started returns. */
#define TASK_OVER_VECTOR 255

#ifdef CONFIG_X86
#define RESCHEDULE_VECTOR 0xfd
#define CALL_FUNCTION_SINGLE_VECTOR 0xfb
#elif defined(CONFIG_ARM)
/* IPI 3, CALL_FUNC, belongs to the crash stop here: this one has its own number. */
#define RESCHEDULE_VECTOR 0x46
#define CALL_FUNCTION_SINGLE_VECTOR 0x47
#else
#define RESCHEDULE_VECTOR 0x40
#define CALL_FUNCTION_SINGLE_VECTOR 0x41
#endif
