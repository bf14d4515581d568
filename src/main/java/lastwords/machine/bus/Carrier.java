package lastwords.machine.bus;

/**
 * Carries out what an operation does to others than the CPU that asked. Each engine and host has
 * one: they differ in when something arrives, not in what.
 */
public interface Carrier {
  /** A word or lock that a CPU waits for has changed. */
  void wake(int cpu);

  /**
   * An interrupt goes its way.
   *
   * @param nanos how long that takes
   * @param from the sender; -1: from outside the machine
   */
  void deliver(int cpu, int vector, long nanos, int from);

  /** A CPU's one-shot timer raises a vector after that time; it replaces the one that was set. */
  void timer(int cpu, int vector, long nanos);

  /** A serial port has news at that time. */
  void uartNews(int port, long nanos);

  /** A serial port's transfer for a CPU is over: so many characters went out in time. */
  void uartDone(int cpu, long characters);

  /**
   * The machine ends.
   *
   * @param how one of the firmware's END_…
   */
  void end(int how, int cpu);

  /** An interrupt was lost by a fault. */
  void dropped(int cpu, int vector, int fault, int from);
}
