package lastwords.machine.bus;

/**
 * The disk that a crash dump is saved to, and what stands between it and memory.
 *
 * @param bus how it is reached
 * @param iommu does the first kernel translate what devices read and write?
 */
public record DumpDisk(Bus bus, boolean iommu) {
  /** A SATA disk that reads memory as it is. */
  public static final DumpDisk USUAL = new DumpDisk(Bus.AHCI, false);

  /** Ways to a disk. */
  public enum Bus {
    /** A controller of its own, which reads memory and raises an interrupt. */
    AHCI,
    /** Through a Hyper-V host that lets a guest connect as often as it wants. */
    VMBUS,
    /** Through one that answers a guest only when it does not take it for connected. */
    VMBUS_2012R2;

    /** As scenarios write it: {@code vmbus-2012r2}. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
