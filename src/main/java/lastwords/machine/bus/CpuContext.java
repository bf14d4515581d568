package lastwords.machine.bus;

/** What a CPU runs in, as numbers in its state, in its requests and in the steps of a trace. */
public final class CpuContext {
  public static final int TASK = 0;
  public static final int HARDIRQ = 2;
  public static final int NMI = 3;

  /** The bits of a step's context that are one of those. */
  public static final int LEVEL = 3;

  // ---- of a step, beside its level ----
  public static final int IRQS_OFF = 4;

  /** The NMI has interrupted a hard interrupt. */
  public static final int NMI_IN_HARDIRQ = 8;

  private CpuContext() {}
}
