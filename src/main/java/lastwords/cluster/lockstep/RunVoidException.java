package lastwords.cluster.lockstep;

/** A run in lock-step lost a part: there is no outcome of half a run. */
public final class RunVoidException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunVoidException(String message) {
    super(message);
  }
}
