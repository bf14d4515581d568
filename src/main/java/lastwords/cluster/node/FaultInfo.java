package lastwords.cluster.node;

/**
 * A fault of a machine.
 *
 * @param id its number, from 0 on
 * @param text the fault in a line
 * @param state whether it still can do harm
 * @param fired how often it did something; {@link #UNKNOWN} while nobody has counted
 */
public record FaultInfo(int id, String text, State state, long fired) {
  /** In lock-step it is counted at the end. */
  public static final long UNKNOWN = -1;

  /** What can have become of a fault. */
  public enum State {
    ACTIVE("active"),
    WITHDRAWN("withdrawn"),
    /** It has done all that it may. */
    SPENT("spent");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As JSON and tables have it. */
    public String word() {
      return word;
    }
  }
}
