/* pstore: records that survive a reboot. */
struct pstore_record {
	const char *buf;
	size_t size;
	unsigned int part;
	int count;
	enum kmsg_dump_reason reason;
};

struct pstore_info {
	char name[16];
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0) && !BACKPORT(pstore_spinlock)
	struct semaphore buf_lock;
#else
	spinlock_t buf_lock;
#endif
	size_t bufsize;
	int (*write)(struct pstore_record *record);
};

struct persistent_ram_zone {
	raw_spinlock_t buffer_lock;
	unsigned int start;
	unsigned int size;
};
