package lastwords.cluster.node;

/** A node's refusal or failure. */
public final class NodeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The kinds of failure. */
  public enum Kind {
    /** There is no such machine, fault or node. */
    NOT_FOUND,
    /** The request is invalid. */
    REFUSED,
    /** The request is not possible in the present state. */
    CONFLICT,
    /** The actor responsible does not answer; it may do so later. */
    UNAVAILABLE
  }

  private final Kind kind;

  /**
   * @param message one line or more for the user
   */
  public NodeException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
