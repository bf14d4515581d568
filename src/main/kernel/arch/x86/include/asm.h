/* x86: vectors, and what this architecture does its own way. */
#define ARCH_NAME "x86_64"
#define CALL_TRACE_HEADER "Call Trace:"

#define DIVIDE_ERROR_VECTOR 0
#define NMI_VECTOR 2
#define DOUBLE_FAULT_VECTOR 8
#define PAGE_FAULT_VECTOR 14
#define LOCAL_TIMER_VECTOR 0xec
#define IRQ_WORK_VECTOR 0xf6
#define REBOOT_VECTOR 0xf8

#define HAVE_NMI_PANIC_SELF_STOP
#define HAVE_CRASH_SMP_SEND_STOP
#define HAVE_IRQ_WORK_IPI
#define HAVE_NESTED_OOPS

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
