/* Dumpers of the log: who is called when the kernel dies, and for what reason. */
enum kmsg_dump_reason {
	KMSG_DUMP_UNDEF,
	KMSG_DUMP_PANIC,
	KMSG_DUMP_OOPS,
	KMSG_DUMP_EMERG,
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
	KMSG_DUMP_SHUTDOWN,
#else
	KMSG_DUMP_RESTART,
	KMSG_DUMP_HALT,
	KMSG_DUMP_POWEROFF,
#endif
};

/* The last reason, and the reason under the observer's number for it. */
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 8, 0)
#define KMSG_DUMP_MAX KMSG_DUMP_SHUTDOWN
#define lw_dump_occasion(reason) ((reason) == KMSG_DUMP_SHUTDOWN ? 7 : (int)(reason))
#else
#define KMSG_DUMP_MAX KMSG_DUMP_POWEROFF
#define lw_dump_occasion(reason) ((int)(reason))
#endif

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 12, 0)
/* A dumper's read position: its own, so that it needs no lock and two can read at once. */
struct kmsg_dump_iter {
	u64 cur_seq;
	u64 next_seq;
};
#endif

struct kmsg_dumper {
	struct kmsg_dumper *next;
	void (*dump)(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason);
	enum kmsg_dump_reason max_reason;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
	bool active;
#endif
	bool registered;
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 12, 0)
	u64 cur_seq;
	u64 next_seq;
#endif
};
