/* Work that a context without interrupts (NMI, printk) defers to the next hard interrupt. */
struct irq_work {
	unsigned long flags;
	struct irq_work *next;
	void (*func)(struct irq_work *work);
};

#define IRQ_WORK_PENDING 1UL
#define IRQ_WORK_BUSY 2UL
#define IRQ_WORK_CLAIMED (IRQ_WORK_PENDING | IRQ_WORK_BUSY)
#define IRQ_WORK_LAZY 4UL
