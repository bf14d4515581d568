package lastwords.engine.explore;

/**
 * Limits of an exploration.
 *
 * @param states reached
 * @param depth length of a schedule, in choices
 * @param bytes memory for states and transitions
 */
public record Bounds(int states, int depth, long bytes) {
  /** Twenty million states, no limit of depth, half of this process's maximum memory. */
  public static final Bounds DEFAULT =
      new Bounds(20_000_000, Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2);
}
