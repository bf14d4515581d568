/* arm (32 bit): interrupts, and what is particular to this architecture. */
#define HARDWARE_NAME "arm32 (Flattened Device Tree)"

/* Addresses in a running kernel: all of them in the direct mapping of low memory. */
#define DATA_AREA 0xee000000UL
#define DATA_AREA_MASK 0xfffff8UL
#define STACK_AREA 0xed000000UL
#define STACK_SIZE 0x2000UL

/* Traps and the FIQ have the machine's numbers; IPI n is vector 0x40 + n. */
#define DIVIDE_ERROR_VECTOR 0
#define NMI_VECTOR 2
#define STACK_OVERFLOW_VECTOR 8
#define PAGE_FAULT_VECTOR 14
#define LOCAL_TIMER_VECTOR 0x1d
#define IPI_CALL_FUNC 0x43
#define IPI_CPU_STOP 0x44
#define IPI_IRQ_WORK 0x45
#define IPI_CPU_BACKTRACE 0x4f
#define BACKTRACE_VECTOR IPI_CPU_BACKTRACE

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
#define HAVE_PANIC_SMP_SELF_STOP
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
#define HAVE_CRASH_SMP_SEND_STOP
#endif
#define HAVE_IRQ_WORK_IPI
#define HAVE_NESTED_OOPS
#define HAVE_NMI_BACKTRACE
