package lastwords.machine.bus;

/**
 * A fault to inject. Selectors that are -1 or empty match anything. How often follows the kernel's
 * fault injection: {@code space} matches pass first, then every {@code interval}-th match fires
 * with {@code probability} percent, at most {@code times} times (-1: without limit).
 *
 * @param id unique in its run, for messages
 * @param kind what happens
 * @param cpu the CPU it concerns: target of an interrupt, the stalled CPU, …
 * @param from sender of the interrupt
 * @param vector the interrupt's vector
 * @param function stall or corrupt when the CPU is in this function
 * @param lock stall when the CPU holds this lock
 * @param device serial port number
 * @param atNanos when (for faults that begin at a time), -1: from the start
 * @param nanos how long (delay, stall), -1: for ever
 * @param factor how much slower
 */
public record FaultRule(
    int id,
    Kind kind,
    int cpu,
    int from,
    int vector,
    String function,
    String lock,
    int device,
    long atNanos,
    long nanos,
    int factor,
    int probability,
    int interval,
    int times,
    int space) {
  /** Does it keep a CPU from ever running, from the start? */
  public boolean absence() {
    boolean placed = !function.isEmpty() || !lock.isEmpty();
    boolean always = probability >= 100 && space == 0 && times != 0;
    return forGood() && atNanos <= 0 && !placed && always;
  }

  /** Does it stall a CPU until somebody withdraws it? */
  public boolean forGood() {
    return kind == Kind.STALL_CPU && nanos < 0;
  }

  /** Kinds of fault. */
  public enum Kind {
    DROP_INTERRUPT,
    DELAY_INTERRUPT,
    DUPLICATE_INTERRUPT,
    /** The interrupt is overtaken by the next one to the same CPU. */
    REORDER_INTERRUPT,
    STALL_CPU,
    /** The CPU is lost when it next takes an interrupt or NMI. */
    CORRUPT_IDT,
    SLOW_CONSOLE,
    WEDGE_CONSOLE,
    GARBLE_CONSOLE,
    FAIL_PSTORE,
    FULL_PSTORE,
    SLOW_PSTORE,
    NO_CRASH_KERNEL,
    /** The BMC's NMI button: an external NMI, to the boot CPU or to {@code cpu}. */
    NMI_BUTTON,
    HYPERVISOR_SILENT
  }
}
