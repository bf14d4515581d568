package lastwords.cluster.node;

/**
 * What those who rely on traces should know of a node.
 *
 * @param node its name
 * @param kind what it is about
 * @param machine whose trace; empty: that of every machine
 * @param records how many records were lost; 0 when that is not what it is about
 * @param text in a line
 */
public record TraceNotice(String node, Kind kind, String machine, long records, String text) {
  /** What a notice is about. */
  public enum Kind {
    /** The node cannot write down what happens to its parts of the machine. */
    LOST("lost"),
    /** The node is the collector and cannot do its work; the spools keep what they have. */
    NOT_COLLECTED("not-collected"),
    /** The node started with a damaged spool or collector's folder, and what it did. */
    REPAIRED("repaired");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** As JSON has it. */
    public String word() {
      return word;
    }
  }

  /** Does it tell that this machine's trace is incomplete or will be? */
  public boolean concerns(String id) {
    return kind != Kind.REPAIRED && (machine.isEmpty() || machine.equals(id));
  }
}
