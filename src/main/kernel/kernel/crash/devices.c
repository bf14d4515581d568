/*
 * The crash kernel's devices: interrupt controller, IOMMU, Hyper-V's VMBus, and the disk for the
 * dump. Each was in use by the first kernel, which had no time to shut it down.
 *
 * Left out: drivers of other devices, of which only the effect on the dump matters
 * (crash_device.h); device resets (reset_devices), DMA in progress.
 */

#ifdef CONFIG_CRASH_DUMP

#define IOMMU_UNKNOWN -1
#define IOMMU_OFF 0
#define IOMMU_OWN_TABLES 2
#define IOMMU_ABORTS 3

#define VMBUS_PRESENT 0
#define VMBUS_INITIATE_CONTACT 1

/* Does it have a driver for the IOMMU? */
bool crash_iommu = true;

/* Set by the host's answer. */
static bool crash_version_response;

/* Routes device interrupts to this CPU. */
void crash_irq_init(void)
{
	unsigned long here = 1UL << smp_processor_id();

#ifdef CONFIG_RISCV
	/* Each hart has enable bits in the PLIC, and the driver writes those of its harts. */
	hw_set_irq_targets(hw_irq_targets() | here);
#else
	/* Each interrupt has an entry that names its CPUs, in the IO-APIC and in the GIC. */
	hw_set_irq_targets(here);
#endif
}

/* Devices still use the first kernel's translation. */
static void crash_take_over_iommu(void)
{
#ifdef CONFIG_ARM64
	crash_say("arm-smmu-v3: SMMU currently enabled! Resetting...");
#if LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0)
#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 2, 0)
	/* Nothing of the first kernel may be overwritten, so everything is blocked. */
	hw_iommu(IOMMU_ABORTS);
	return;
#endif
#endif
#else
	crash_say("DMAR: Translation already enabled - trying to copy translation structures");
#endif
	hw_iommu(IOMMU_OWN_TABLES);
}

void crash_iommu_init(void)
{
	if (crash_iommu && hw_iommu(IOMMU_UNKNOWN) != IOMMU_OFF)
		crash_take_over_iommu();
}

/* A device that the first kernel has left active and that affects the dump in this way; or NULL. */
struct crash_device *crash_device_at_work(int suffers)
{
	struct crash_device *device;

	for (device = crash_devices; device; device = device->next) {
		if (device->active && device->suffers == suffers)
			return device;
	}
	return NULL;
}

/* Connects to the host, which offers the disk. It waits for the answer without limit. */
static void crash_vmbus_connect(void)
{
	crash_say("hv_vmbus: Vmbus: initiating contact");
	if (hw_vmbus(VMBUS_INITIATE_CONTACT))
		crash_version_response = true;
	while (!READ_ONCE(crash_version_response))
		cpu_relax();
}

/* Seconds allowed for the disk to identify itself. */
static const unsigned int crash_identify_timeouts[] = { 5, 10, 30 };

/* 0, or the reason why there is no disk. */
int crash_disk_probe(void)
{
	int err = -ETIMEDOUT, try;

	if (hw_vmbus(VMBUS_PRESENT))
		crash_vmbus_connect();
	for (try = 0; err && try < 3; try++) {
		err = hw_disk_identify();
		if (err == -ETIMEDOUT) {
			mdelay(1000UL * crash_identify_timeouts[try]);
			crash_say("ata1.00: qc timeout (cmd 0xec)");
		}
	}
	if (err)
		crash_say("ata1.00: failed to IDENTIFY (I/O error, err %d)", err);
	return err;
}

#endif
