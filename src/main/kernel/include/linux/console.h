/* Consoles, and the modes of flushing them in a panic. */
struct console {
	char name[16];
	void (*write)(struct console *con, const char *text, unsigned int count);
	void (*unblank)(void);
	short flags;
	short index;
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 19, 0)
	u64 seq; /* the next record for it */
	unsigned long dropped; /* missed records not yet reported */
#endif
#ifdef CONFIG_PRINTK_KTHREADS
	u64 printer_seq; /* the next record for its thread */
	struct task_struct *printer;
	void (*write_atomic)(struct console *con, const char *text, unsigned int count); /* in any context */
#endif
	struct console *next;
};

#define CON_PRINTBUFFER 1
#define CON_CONSDEV 2
#define CON_ENABLED 4
#define CON_BOOT 8
#define CON_ANYTIME 16

#define for_each_console(con) for ((con) = console_drivers; (con) != NULL; (con) = (con)->next)

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0)
enum con_flush_mode {
	CONSOLE_FLUSH_PENDING,
	CONSOLE_REPLAY_ALL,
};
#endif

/* Serial ports for consoles: hw_uart_type() gives their kind. */
#define NR_UARTS 4
#define UART_8250 1
#define UART_PL011 2
#define UART_FIRMWARE 3

struct uart_port {
	spinlock_t lock;
	int line;
};
