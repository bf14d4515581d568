package lastwords.machine.bus;

/**
 * The context that a CPU runs in, as encoded in its state, in its requests and in the steps of a
 * trace.
 */
public final class CpuContext {
  public static final int TASK = 0;
  public static final int HARDIRQ = 2;
  public static final int NMI = 3;

  /** Mask of the context's level: one of the constants above. */
  public static final int LEVEL = 3;

  // ---- flags of a step, in addition to its level ----
  public static final int IRQS_OFF = 4;

  /** The NMI has interrupted a hard interrupt. */
  public static final int NMI_IN_HARDIRQ = 8;

  private CpuContext() {}
}
