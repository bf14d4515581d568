/* riscv: interrupts, and what this architecture does its own way. */
#define ARCH_NAME "riscv"
#define CALL_TRACE_HEADER "Call Trace:"

/* Traps have the machine's numbers; an IPI is vector 0x40 + its bit in the pending word. */
#define DIVIDE_ERROR_VECTOR 0
#define NMI_VECTOR 2
#define STACK_OVERFLOW_VECTOR 8
#define PAGE_FAULT_VECTOR 14
#define LOCAL_TIMER_VECTOR 0x15
#define IPI_CPU_STOP 0x42
