package lastwords.engine.explore;

/**
 * When an exploration is given up.
 *
 * @param states that it may reach
 * @param depth choices that a schedule may have
 * @param bytes of memory that states and transitions may take
 */
public record Bounds(int states, int depth, long bytes) {
  /** Twenty million states, no bound of depth, half of the memory that this process may have. */
  public static final Bounds DEFAULT =
      new Bounds(20_000_000, Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 2);
}
