/* arm64: interrupts, and what this architecture does its own way. */
#define ARCH_NAME "arm64"
#define CALL_TRACE_HEADER "Call trace:"

/* Traps and the NMI have the machine's numbers; IPI n is vector 0x40 + n. */
#define DIVIDE_ERROR_VECTOR 0
#define NMI_VECTOR 2
#define STACK_OVERFLOW_VECTOR 8
#define PAGE_FAULT_VECTOR 14
#define LOCAL_TIMER_VECTOR 0x1b
#define IPI_CPU_STOP 0x42
#define IPI_CPU_CRASH_STOP 0x43
#define IPI_IRQ_WORK 0x45

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 3, 0)
#define HAVE_PANIC_SMP_SELF_STOP
#endif
#define HAVE_CRASH_SMP_SEND_STOP
#define HAVE_IRQ_WORK_IPI
