package lastwords.scenario.release;

/**
 * A function that is not the same in two kernels. Comments do not count.
 *
 * @param name its name
 * @param file its path in the tree
 * @param line where it stands in the second kernel, in the first when it was removed
 */
public record FunctionChange(Kind kind, String name, String file, int line) {
  /** What has become of it. */
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
