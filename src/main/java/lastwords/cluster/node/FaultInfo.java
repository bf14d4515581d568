package lastwords.cluster.node;

/**
 * A fault of a machine.
 *
 * @param id its number, from 0 on
 * @param text the fault in one line
 * @param state whether it can still fire
 * @param fired how often it has fired; {@link #UNKNOWN} if not counted yet
 */
public record FaultInfo(int id, String text, State state, long fired) {
  /** In lock-step, firings are counted at the end. */
  public static final long UNKNOWN = -1;

  /** The states of a fault. */
  public enum State {
    ACTIVE("active"),
    WITHDRAWN("withdrawn"),
    /** It has fired as often as it may. */
    SPENT("spent");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in JSON and tables. */
    public String word() {
      return word;
    }
  }
}
