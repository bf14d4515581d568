package lastwords.machine.bus;

/**
 * Carries out an operation's effects on parts other than the CPU that requested it. Each engine and
 * host has its own: they differ in when something arrives, not in what arrives.
 */
public interface Carrier {
  /** A word or lock that a CPU waits for has changed. */
  void wake(int cpu);

  /**
   * An interrupt is sent.
   *
   * @param nanos its latency
   * @param from the sender; -1: from outside the machine
   */
  void deliver(int cpu, int vector, long nanos, int from);

  /** A CPU's one-shot timer raises a vector after this time; it replaces the one set before. */
  void timer(int cpu, int vector, long nanos);

  /** A serial port needs attention after this time. */
  void uartNews(int port, long nanos);

  /** A serial port's transfer for a CPU is over; {@code characters} were sent in time. */
  void uartDone(int cpu, long characters);

  /**
   * The machine ends.
   *
   * @param how one of the firmware's {@code END_} constants
   */
  void end(int how, int cpu);

  /** A fault lost an interrupt. */
  void dropped(int cpu, int vector, int fault, int from);
}
