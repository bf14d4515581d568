package lastwords.scenario.release;

/**
 * A function that differs between two kernels. Comments do not count.
 *
 * @param name its name
 * @param file its path in the tree
 * @param line in the second kernel; in the first if it was removed
 */
public record FunctionChange(Kind kind, String name, String file, int line) {
  /** How it changed. */
  public enum Kind {
    ADDED,
    CHANGED,
    REMOVED;

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
