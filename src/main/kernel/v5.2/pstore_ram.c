/*
 * fs/pstore/ram.c and ram_core.c of v5.2 (ramoops): pstore's records in RAM that keeps its contents
 * over a warm reboot.
 *
 * Left out: error correction, the header with the time that the file name is made of, the console
 * and ftrace zones.
 */

bool ramoops_dump_oops = true;

#define RAMOOPS_ZONES_MAX 16

struct ramoops_context {
	struct persistent_ram_zone dprzs[RAMOOPS_ZONES_MAX]; /* one a record */
	int max_dump_cnt;
	int dump_write_cnt; /* the zone that is written next */
	struct pstore_info pstore;
};

static int ramoops_pstore_write(struct pstore_record *record);

struct ramoops_context oops_cxt = {
	.pstore = {
		.name = "ramoops",
#ifndef CONFIG_PSTORE_SPINLOCK
		.buf_lock = __SEMAPHORE_INITIALIZER(buf_lock, 1),
#endif
		.write = ramoops_pstore_write,
	},
};

/* Where the next write begins. */
static void buffer_start_add(struct persistent_ram_zone *prz, unsigned int bytes)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&prz->buffer_lock, flags);
	prz->start = bytes;
	raw_spin_unlock_irqrestore(&prz->buffer_lock, flags);
}

/* How much of the zone is text. */
static void buffer_size_add(struct persistent_ram_zone *prz, unsigned int bytes)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&prz->buffer_lock, flags);
	prz->size = bytes;
	raw_spin_unlock_irqrestore(&prz->buffer_lock, flags);
}

static int persistent_ram_write(struct persistent_ram_zone *prz, int zone, const char *text,
				unsigned int count)
{
	buffer_size_add(prz, count);
	buffer_start_add(prz, count);
	return hw_pram_write(zone, text);
}

/* Only oopses and panics, and of each only the youngest record. */
static int ramoops_pstore_write(struct pstore_record *record)
{
	struct ramoops_context *cxt = &oops_cxt;
	int zone = cxt->dump_write_cnt, written;

	if (record->reason != KMSG_DUMP_OOPS && record->reason != KMSG_DUMP_PANIC)
		return -EINVAL;
	if (record->reason == KMSG_DUMP_OOPS && !ramoops_dump_oops)
		return -EINVAL;
	if (record->part != 1)
		return -ENOSPC;

	written = persistent_ram_write(&cxt->dprzs[zone], zone, record->buf, record->size);
	cxt->dump_write_cnt = (zone + 1) % cxt->max_dump_cnt;
	return written < 0 ? written : 0;
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
