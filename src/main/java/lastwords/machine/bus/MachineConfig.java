package lastwords.machine.bus;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The hardware of a machine.
 *
 * @param name as the user knows it: {@code arm64}
 * @param cpus 1 to 64
 * @param nmi are there NMIs, which ignore a cleared interrupt flag?
 * @param locks the kind of its spinlocks
 * @param uarts serial ports, by number
 * @param pram persistent RAM; of no zones if there is none
 * @param crashImage is a crash kernel loaded?
 * @param hypervisor does the machine run under a hypervisor that listens?
 * @param host what it does when its guest reports an event
 * @param disk what a crash dump is saved to
 * @param timing what operations cost
 */
public record MachineConfig(
    String name,
    int cpus,
    boolean nmi,
    @JsonProperty("queuedLocks") LockKind locks,
    List<Uart> uarts,
    Pram pram,
    boolean crashImage,
    boolean hypervisor,
    @JsonAlias("pvpanic") HostActions host,
    DumpDisk disk,
    Timing timing) {
  public MachineConfig {
    uarts = List.copyOf(uarts);
    host = host == null ? HostActions.USUAL : host; // older recordings
    disk = disk == null ? DumpDisk.USUAL : disk;
    if (cpus < 1 || cpus > 64) {
      throw new IllegalArgumentException("cpus must be 1 to 64, not " + cpus);
    }
  }

  /** With the usual kind of disk. */
  public MachineConfig(
      String name,
      int cpus,
      boolean nmi,
      LockKind locks,
      List<Uart> uarts,
      Pram pram,
      boolean crashImage,
      boolean hypervisor,
      HostActions host,
      Timing timing) {
    this(name, cpus, nmi, locks, uarts, pram, crashImage, hypervisor, host, DumpDisk.USUAL, timing);
  }

  /** The same machine with this number of CPUs. */
  public MachineConfig withCpus(int number) {
    return new MachineConfig(
        name, number, nmi, locks, uarts, pram, crashImage, hypervisor, host, disk, timing);
  }

  /** Kinds of serial port, in the order of the numbers that hw_uart_type() returns. */
  public enum UartType {
    NONE,
    I8250,
    PL011,
    FIRMWARE
  }

  /**
   * A serial port.
   *
   * @param name as the user knows it: {@code ttyS0}
   * @param charNanos time that a character takes on the line: 86,805 at 115200 baud, 8N1
   */
  public record Uart(String name, UartType type, long charNanos) {}

  /**
   * Persistent RAM for dump records.
   *
   * @param zones records it can hold
   * @param recordSize bytes of each one
   */
  public record Pram(int zones, int recordSize) {}
}
