/*
 * fs/pstore/ram.c and ram_core.c (ramoops): pstore's records in RAM that survives a warm
 * reboot.
 *
 * Left out: error correction, the header with the time for the file name, the console and
 * ftrace zones.
 */

bool ramoops_dump_oops = true;

#define RAMOOPS_ZONES_MAX 16

struct ramoops_context {
	struct persistent_ram_zone dprzs[RAMOOPS_ZONES_MAX]; /* one per record */
	int max_dump_cnt;
	int dump_write_cnt; /* the next zone to write */
	struct pstore_info pstore;
};

static int ramoops_pstore_write(struct pstore_record *record);

struct ramoops_context oops_cxt = {
	.pstore = {
		.name = "ramoops",
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0) && !BACKPORT(pstore_spinlock)
		.buf_lock = __SEMAPHORE_INITIALIZER(buf_lock, 1),
#endif
		.write = ramoops_pstore_write,
	},
};

/* A word of a zone's header; each is changed separately. */
#define prz_write(prz, field, value) do { \
	unsigned long __flags; \
	raw_spin_lock_irqsave(&(prz)->buffer_lock, __flags); \
	(prz)->field = (value); \
	raw_spin_unlock_irqrestore(&(prz)->buffer_lock, __flags); \
} while (0)

/* Updates how much of the zone is text, where the next write begins, and the text. */
static int persistent_ram_write(struct persistent_ram_zone *prz, int zone, const char *text,
				unsigned int count)
{
	prz_write(prz, size, count);
	prz_write(prz, start, count);
	return hw_pram_write(zone, text);
}

static bool ramoops_wants(enum kmsg_dump_reason reason)
{
	return reason == KMSG_DUMP_OOPS ? ramoops_dump_oops : reason == KMSG_DUMP_PANIC;
}

/* Only oopses and panics, and only the youngest record of each, in one zone after another. */
static int ramoops_pstore_write(struct pstore_record *record)
{
	int zone = oops_cxt.dump_write_cnt;
	int written;

	if (!ramoops_wants(record->reason))
		return -EINVAL;
	if (record->part > 1)
		return -ENOSPC;

	written = persistent_ram_write(&oops_cxt.dprzs[zone], zone, record->buf, record->size);
	oops_cxt.dump_write_cnt = (zone + 1) % oops_cxt.max_dump_cnt;
	return min(written, 0);
}

static void ramoops_init(void)
{
	struct ramoops_context *cxt = &oops_cxt;

	cxt->max_dump_cnt = min(hw_pram_zones(), RAMOOPS_ZONES_MAX);
	if (cxt->max_dump_cnt == 0)
		return;
	cxt->pstore.bufsize = hw_pram_size();
	pstore_register(&cxt->pstore);
}
device_initcall(ramoops_init);
