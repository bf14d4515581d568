/*
 * drivers/firmware/efi/efi-pstore.c: pstore's records as EFI variables, a kilobyte each. The
 * firmware's services are not reentrant, so a record is lost if another CPU is inside one of them.
 *
 * Valid from 4.14 on. The machine's persistent RAM stands for the flash: its zones are the
 * variables. Left out: names of variables, garbage collection, compression, pstore_disable. If
 * configured, it is the backend, as with pstore.backend=efi_pstore.
 */
#ifdef CONFIG_EFI_VARS_PSTORE
/* Time to set a variable of a kilobyte: an estimate, for a few flash pages and an SMI. */
unsigned int efi_set_variable_ms = 5;

DEFINE_SEMAPHORE(efivars_lock);
DEFINE_SEMAPHORE(efi_runtime_lock);

/* The service itself. Called from panic(), it does not wait for another caller. */
static int efi_set_variable_nonblocking(struct pstore_record *record, int variable)
{
	int written;

	if (down_trylock(&efi_runtime_lock))
		return -EBUSY;
	mdelay(efi_set_variable_ms);
	written = hw_pram_write(variable, record->buf);
	up(&efi_runtime_lock);
	return min(written, 0);
}

static int efi_pstore_write(struct pstore_record *record)
{
	int status;

	if (record->part > hw_pram_zones())
		return -ENOSPC;
	if (down_trylock(&efivars_lock))
		return -EBUSY;
	status = efi_set_variable_nonblocking(record, record->part - 1);
	up(&efivars_lock);
	return status;
}

struct pstore_info efi_pstore_info = {
	.name = "efi",
#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 0, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 18, 0) && !BACKPORT(pstore_spinlock)
	.buf_lock = __SEMAPHORE_INITIALIZER(buf_lock, 1),
#endif
	.write = efi_pstore_write,
};

static void efivars_pstore_init(void)
{
	if (hw_pram_zones() == 0)
		return;
	efi_pstore_info.bufsize = hw_pram_size();
	pstore_register(&efi_pstore_info);
}
subsys_initcall(efivars_pstore_init);
#endif
