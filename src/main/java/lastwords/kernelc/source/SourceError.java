package lastwords.kernelc.source;

/**
 * Ends the reading of one statement or definition whose source is wrong. Never leaves the compiler.
 */
public final class SourceError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Spot spot;

  public SourceError(Spot spot, String message) {
    super(message, null, false, false);
    this.spot = spot;
  }

  /** An error that follows from one already reported. */
  public static SourceError unsaid(Spot spot) {
    return new SourceError(spot, "");
  }

  boolean isSaid() {
    return !getMessage().isEmpty();
  }

  public Problem problem() {
    return new Problem(spot, getMessage());
  }
}
