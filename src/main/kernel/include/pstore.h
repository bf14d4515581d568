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
#ifdef CONFIG_PSTORE_SPINLOCK
	spinlock_t buf_lock; /* before v5.0 */
#else
	struct semaphore buf_lock;
#endif
	size_t bufsize;
	int (*write)(struct pstore_record *record);
};

struct persistent_ram_zone {
	raw_spinlock_t buffer_lock;
	unsigned int start;
	unsigned int size;
};
