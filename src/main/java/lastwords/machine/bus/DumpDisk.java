package lastwords.machine.bus;

/**
 * The disk that a crash dump is saved to, and what is between it and memory.
 *
 * @param bus how it is reached
 * @param iommu does the first kernel have devices access memory through an IOMMU?
 */
public record DumpDisk(Bus bus, boolean iommu) {
  /** A SATA disk that reads memory directly. */
  public static final DumpDisk USUAL = new DumpDisk(Bus.AHCI, false);

  /** How a disk is reached. */
  public enum Bus {
    /** An AHCI controller, which reads memory and raises an interrupt. */
    AHCI,
    /** A Hyper-V host that lets a guest connect any number of times. */
    VMBUS,
    /** A Hyper-V host that answers a guest only if it does not consider it connected. */
    VMBUS_2012R2;

    /** Its name in scenarios: {@code vmbus-2012r2}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
