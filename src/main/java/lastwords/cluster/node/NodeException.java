package lastwords.cluster.node;

/** What a node says when it does not do what it is asked for. */
public final class NodeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Whose doing it is. */
  public enum Kind {
    /** There is no such machine, fault or node. */
    NOT_FOUND,
    /** It is wrong as it was asked. */
    REFUSED,
    /** It cannot be done in the present state. */
    CONFLICT,
    /** Who would have to answer does not; it may later. */
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
