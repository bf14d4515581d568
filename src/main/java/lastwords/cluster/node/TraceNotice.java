package lastwords.cluster.node;

/**
 * A notice about a node's traces.
 *
 * @param node its name
 * @param kind what it is about
 * @param machine whose trace; empty: all machines
 * @param records number of lost records; 0 if it is about something else
 * @param text one line for users
 */
public record TraceNotice(String node, Kind kind, String machine, long records, String text) {
  /** What a notice is about. */
  public enum Kind {
    /** The node cannot write records of the machine. */
    LOST("lost"),
    /** The node is the collector and fails; the spools keep their records. */
    NOT_COLLECTED("not-collected"),
    /** The node started with a damaged spool or collector's folder, and repaired it. */
    REPAIRED("repaired");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in JSON. */
    public String word() {
      return word;
    }
  }

  /** Does it mean that this machine's trace is or will be incomplete? */
  public boolean concerns(String id) {
    return kind != Kind.REPAIRED && (machine.isEmpty() || machine.equals(id));
  }
}
