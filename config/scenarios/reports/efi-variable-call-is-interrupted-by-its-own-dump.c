/*
 * A dumper whose records are EFI variables. The firmware's services are not reentrant: one lock is
 * around all of them.
 */
static DEFINE_RAW_SPINLOCK(efi_runtime_lock);

/* Stores a variable; with CONFIG_EFI_NONBLOCKING not if that means to wait. */
static bool set_variable(void)
{
	unsigned long irqs;

#ifdef CONFIG_EFI_NONBLOCKING
	if (!raw_spin_trylock(&efi_runtime_lock))
		return false;
	local_irq_save(irqs);
#else
	raw_spin_lock_irqsave(&efi_runtime_lock, irqs);
#endif
	udelay(500); /* the firmware */
	raw_spin_unlock_irqrestore(&efi_runtime_lock, irqs);
	return true;
}

static void efi_dump(struct kmsg_dumper *dumper, enum kmsg_dump_reason reason)
{
	if (!set_variable())
		pr_err("efi: record skipped\n");
}

static struct kmsg_dumper efi_dumper = { .dump = efi_dump };

static void efi_pstore_init(void)
{
	kmsg_dump_register(&efi_dumper);
}
device_initcall(efi_pstore_init);

static void panics(void)
{
	panic("Fatal NMI");
}

void panics_in_set_variable(void)
{
	unsigned long irqs;

	wait_for_others();
	raw_spin_lock_irqsave(&efi_runtime_lock, irqs);
	run_in_nmi(panics);
}
