/*
 * The crash kernel's user space: the script that kdump puts into the initramfs, with the tools that
 * read /proc/vmcore: vmcore-dmesg for the log, makedumpfile for the rest.
 *
 * The log is read as described by vmcoreinfo, without a lock, whatever its state. A line has the
 * time, but no level.
 * Simplified: symbols are read by name.
 */

#ifdef CONFIG_CRASH_DUMP

/* Time to write the memory to the disk. A real one takes minutes. */
unsigned int crash_save_ms = 100;

/* 0, or the disk's error. */
static int crash_save_record(u64 ts_nsec, const char *text)
{
	char line[LOG_TEXT_MAX + 32];

	snprintf(line, sizeof(line), "[%5lu.%06lu] %s", (unsigned long)(ts_nsec / NSEC_PER_SEC),
		 (unsigned long)(ts_nsec % NSEC_PER_SEC / 1000), text);
	return hw_disk_write(line);
}

#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
/*
 * The descriptors from tail to head. Uncommitted ones are skipped; unlike readers in the kernel,
 * the tools continue after them.
 */
static int crash_save_dmesg(void)
{
	u64 seq, end = PRB_SEQ(prb.head);
	int err = 0;

	for (seq = PRB_SEQ(prb.tail); !err && seq < end; seq++) {
		unsigned long state = prb.descs[seq % LOG_BUF_RECORDS].state_var;

		if (state == DESC_SV(seq, desc_committed) || state == DESC_SV(seq, desc_finalized))
			err = crash_save_record(desc_info(seq).ts_nsec, desc_info(seq).text);
	}
	return err;
}
#else
/* log_buf from log_first_seq to log_next_seq: a record counts once the latter has advanced. */
static int crash_save_dmesg(void)
{
	u64 seq, end = log_next_seq;
	int err = 0;

	for (seq = log_first_seq; !err && seq < end; seq++) {
		struct printk_log *msg = &log_buf[seq % LOG_BUF_RECORDS];

		err = crash_save_record(msg->ts_nsec, msg->text);
	}
	return err;
}
#endif

static int crash_save_vmcore(void)
{
	struct crash_device *unreadable = crash_device_at_work(SUFFERS_MEMORY);
	struct crash_device *resets = crash_device_at_work(SUFFERS_RESET);
	/* One ELF note per CPU: those of CPUs whose registers were not saved are empty. */
	unsigned long notes = hw_crash_notes();

	if (unreadable) {
		crash_say("%s: old memory cannot be read", unreadable->name);
		return -EIO;
	}
	mdelay(crash_save_ms);
	if (resets) {
		crash_say("%s: resets the machine", resets->name);
		hw_reset();
	}
	return hw_disk_write_vmcore(notes);
}

/* err: why there is no disk; 0 if there is one. */
void crash_save_dump(int err)
{
	if (!err)
		err = crash_save_dmesg();
	if (!err)
		err = crash_save_vmcore();
	crash_say(err ? "kdump: saving vmcore failed" : "kdump: saving vmcore complete");
}

#endif
