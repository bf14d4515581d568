/* printk(): levels, shorthands, and the context that decides where a message goes. */
#define KERN_SOH "\001"
#define KERN_SOH_ASCII '\001'
#define KERN_EMERG KERN_SOH "0"
#define KERN_ALERT KERN_SOH "1"
#define KERN_CRIT KERN_SOH "2"
#define KERN_ERR KERN_SOH "3"
#define KERN_WARNING KERN_SOH "4"
#define KERN_NOTICE KERN_SOH "5"
#define KERN_INFO KERN_SOH "6"
#define KERN_DEBUG KERN_SOH "7"
#define KERN_CONT KERN_SOH "c"
#define KERN_DEFAULT ""

/* "%p": an address that does not leave the kernel from 4.15 on (ad67b74d2469). */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 15, 0)
#define PLAIN_OR_HASHED "%p"
#else
#define PLAIN_OR_HASHED "%px"
#endif

#define LOGLEVEL_SCHED -2
#define LOGLEVEL_DEFAULT -1
#define LOGLEVEL_WARNING 4
#define CONSOLE_LOGLEVEL_DEFAULT 7
#define CONSOLE_LOGLEVEL_MOTORMOUTH 15

/* From 5.15 on the function has an underscore: the macro records the format (337015573718). */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
#define printk(fmt, ...) _printk(fmt, ##__VA_ARGS__)
#define printk_deferred(fmt, ...) _printk_deferred(fmt, ##__VA_ARGS__)
#endif

#define pr_emerg(fmt, ...) printk(KERN_EMERG fmt, ##__VA_ARGS__)
#define pr_alert(fmt, ...) printk(KERN_ALERT fmt, ##__VA_ARGS__)
#define pr_crit(fmt, ...) printk(KERN_CRIT fmt, ##__VA_ARGS__)
#define pr_err(fmt, ...) printk(KERN_ERR fmt, ##__VA_ARGS__)
#define pr_warn(fmt, ...) printk(KERN_WARNING fmt, ##__VA_ARGS__)
#define pr_warning(fmt, ...) printk(KERN_WARNING fmt, ##__VA_ARGS__)
#define pr_notice(fmt, ...) printk(KERN_NOTICE fmt, ##__VA_ARGS__)
#define pr_info(fmt, ...) printk(KERN_INFO fmt, ##__VA_ARGS__)
#define pr_cont(fmt, ...) printk(KERN_CONT fmt, ##__VA_ARGS__)
#define pr_warn_once(fmt, ...) do { \
	static bool __printed; \
	if (!__printed) { \
		__printed = true; \
		pr_warn(fmt, ##__VA_ARGS__); \
	} \
} while (0)
/* pr_debug() is compiled out, as without DEBUG and dynamic debug. */
#define pr_debug(fmt, ...) do { } while (0)

/* The longest text of a record, and the longest prefix of a printed line. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 1, 0)
#ifdef CONFIG_PRINTK_CALLER
#define LOG_HAS_CALLER
#endif
#endif
#ifdef LOG_HAS_CALLER
#define PREFIX_MAX 48
#define TIME_END ""
#else
#define PREFIX_MAX 32
#define TIME_END " "
#endif
#define LOG_LINE_MAX (1024 - PREFIX_MAX)
#define LOG_TEXT_MAX LOG_LINE_MAX

/* The caller: a task's number, or with this bit a CPU's, outside any task. */
#define CALLER_IS_CPU 0x80000000U

/* The log buffer, in bytes and as an array of records (see printk.c). */
#define LOG_BUF_LEN (1 << CONFIG_LOG_BUF_SHIFT)
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 10, 0)
#define LOG_ALIGN 4
#ifdef LOG_HAS_CALLER
#define LOG_HEADER 20
#else
#define LOG_HEADER 16
#endif
#endif
/* Enough for records of 48 characters; shorter ones may be dropped earlier than in the kernel. */
#define LOG_BUF_RECORDS (LOG_BUF_LEN / 64)

#define LOG_NEWLINE 2 /* the text ended with a newline */
#define LOG_CONT 8 /* the text continues the one before */

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* printk_context: how deep in printk-safe sections, and whether in an NMI. */
#define PRINTK_SAFE_CONTEXT_MASK 0x3fffffffU
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
#define PRINTK_NMI_DIRECT_CONTEXT_MASK 0x40000000U
#else
#define PRINTK_NMI_DEFERRED_CONTEXT_MASK 0x40000000U
#endif
#define PRINTK_NMI_CONTEXT_MASK 0x80000000U
#endif

#define printk_safe_enter_irqsave(flags) \
	do { local_irq_save(flags); __printk_safe_enter(); } while (0)
#define printk_safe_exit_irqrestore(flags) \
	do { __printk_safe_exit(); local_irq_restore(flags); } while (0)
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)
/* Messages go to the consoles later (85e3e7fbbb72). */
#define printk_deferred_enter() __printk_safe_enter()
#define printk_deferred_exit() __printk_safe_exit()
#endif

/*
 * Tested by workloads: a kernel without the lock, or without buffers for printk-safe sections, does
 * not define it, and lacks the workloads that need it.
 */
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
#define HAVE_LOGBUF_LOCK
#define HAVE_PRINTK_SAFE_BUFFERS
#endif
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
#define HAVE_PRINTK_RINGBUFFER
#endif

#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
/* logbuf_lock is only ever held with interrupts off and inside a printk-safe section. */
#ifdef CONFIG_PRINTK_KTHREADS
/* Nothing needs it any more. */
#define logbuf_lock_irqsave(flags) local_irq_save(flags)
#define logbuf_unlock_irqrestore(flags) local_irq_restore(flags)
#else
#define logbuf_lock_irqsave(flags) \
	do { printk_safe_enter_irqsave(flags); raw_spin_lock(&logbuf_lock); } while (0)
#define logbuf_unlock_irqrestore(flags) \
	do { raw_spin_unlock(&logbuf_lock); printk_safe_exit_irqrestore(flags); } while (0)
#endif
#endif

/* The value of a call that takes this variadic function's further arguments as `args`. */
#define with_arguments(last, call) ({ \
	va_list args; \
	long __value; \
	va_start(args, last); \
	__value = (call); \
	va_end(args); \
	__value; \
})
