/* arm64: interrupts, and what is particular to this architecture. */
#define HARDWARE_NAME "arm64 (DT)"

/* Addresses in a running kernel: data in the linear mapping, stacks in vmalloc space. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 4, 0)
#define KIMAGE_VADDR 0xffff800010000000UL
#define DATA_AREA 0xffff000000000000UL
#elif LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
#define KIMAGE_VADDR 0xffff000010000000UL
#define DATA_AREA 0xffff800000000000UL
#else
#define KIMAGE_VADDR 0xffff000008000000UL
#define DATA_AREA 0xffff800000000000UL
#endif
#define DATA_AREA_MASK 0x3ffffff8UL
#define STACK_AREA (KIMAGE_VADDR + 0x1a00000)
#define STACK_SIZE 0x4000UL

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
#define HAVE_WARN_TRAP
