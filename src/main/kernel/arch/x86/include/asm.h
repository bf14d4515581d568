/* x86: vectors, and what is particular to this architecture. */
#define HARDWARE_NAME "x86_64, BIOS 1.0 07/07/2019"

/* Addresses in a running kernel: data in the direct mapping, stacks in vmalloc space. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0)
#define DATA_AREA 0xffff888000000000UL
#else
#define DATA_AREA 0xffff880000000000UL
#endif
#define DATA_AREA_MASK 0x3ffffff8UL
#define STACK_AREA 0xffffc90000000000UL
#define STACK_SIZE 0x4000UL

#define DIVIDE_ERROR_VECTOR 0
#define NMI_VECTOR 2
#define BACKTRACE_VECTOR NMI_VECTOR
#define STARTUP_VECTOR 5 /* INIT and SIPI, which are not vectors */
#define DOUBLE_FAULT_VECTOR 8
#define PAGE_FAULT_VECTOR 14
#define LOCAL_TIMER_VECTOR 0xec
#define IRQ_WORK_VECTOR 0xf6
#define REBOOT_VECTOR 0xf8

#define HAVE_NMI_PANIC_SELF_STOP
#define HAVE_CRASH_SMP_SEND_STOP
#define HAVE_IRQ_WORK_IPI
#define HAVE_NESTED_OOPS
#define HAVE_WARN_TRAP
#define HAVE_NMI_BACKTRACE

/* asm/nmi.h */
#define NMI_LOCAL 0
#define NMI_UNKNOWN 1
#define NMI_TYPES 2
#define NMI_DONE 0
#define NMI_HANDLED 1
#define NMI_FLAG_FIRST 1

#define NMI_REASON_SERR 0x80
#define NMI_REASON_IOCHK 0x40
#define NMI_REASON_MASK (NMI_REASON_SERR | NMI_REASON_IOCHK)

struct nmiaction {
	struct nmiaction *next;
	int (*handler)(unsigned int type, struct pt_regs *regs);
	unsigned long flags;
	const char *name;
};
