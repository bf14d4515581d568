/* riscv: interrupts, and what is particular to this architecture. */
#define HARDWARE_NAME "riscv"

/* Addresses in a running kernel: all of them in the direct mapping. */
#define DATA_AREA 0xffffffe010000000UL
#define DATA_AREA_MASK 0x3ffffff8UL
#define STACK_AREA 0xffffffe03aa00000UL
#define STACK_SIZE 0x2000UL

/* Traps have the machine's numbers; an IPI is vector 0x40 + its bit in the pending word. */
#define DIVIDE_ERROR_VECTOR 0
#define NMI_VECTOR 2
#define STACK_OVERFLOW_VECTOR 8
#define PAGE_FAULT_VECTOR 14
#define LOCAL_TIMER_VECTOR 0x15
#define IPI_CPU_STOP 0x42

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
#define HAVE_SMP_SEND_STOP
#endif
