package lastwords.machine.bus;

/**
 * The numbers of a machine's parts: CPUs first, then memory, interrupt controller, persistent RAM,
 * firmware, serial ports and locks.
 */
public final class Wiring {
  private final int cpus;
  private final int uarts;
  private final int locks;
  private final MachineConfig config;

  public Wiring(MachineConfig config, int locks) {
    this.config = config;
    this.cpus = config.cpus();
    this.uarts = config.uarts().size();
    this.locks = locks;
  }

  public int memory() {
    return cpus;
  }

  public int interrupts() {
    return cpus + 1;
  }

  public int pram() {
    return cpus + 2;
  }

  public int firmware() {
    return cpus + 3;
  }

  public int uart(int port) {
    return cpus + 4 + port;
  }

  public int lock(int number) {
    return cpus + 4 + uarts + number;
  }

  public int cpus() {
    return cpus;
  }

  public int uarts() {
    return uarts;
  }

  public int locks() {
    return locks;
  }

  /** Number of parts. */
  public int parts() {
    return cpus + 4 + uarts + locks;
  }

  /** The lock with this part number, or -1 if the part is not a lock. */
  public int lockOf(int part) {
    return Math.max(-1, part - cpus - 4 - uarts);
  }

  /** Name of a part, as a path segment: {@code cpu-0}, {@code lock-12}. */
  public String name(int part) {
    if (part < cpus) {
      return "cpu-" + part;
    }
    if (lockOf(part) >= 0) {
      return "lock-" + lockOf(part);
    }
    String[] fixed = {"memory", "interrupts", "pram", "firmware"};
    int index = part - cpus;
    return index < fixed.length ? fixed[index] : "uart-" + (index - fixed.length);
  }

  /** The part with this name, or -1. */
  public int part(String name) {
    for (int part = 0; part < parts(); part++) {
      if (name(part).equals(name)) {
        return part;
      }
    }
    return -1;
  }

  public MachineConfig config() {
    return config;
  }
}
