package lastwords.cli.console;

/** What the process tells its caller. */
public final class ExitCode {
  /** Done; where there are expectations, they hold. */
  public static final int OK = 0;

  /** A run, a test or a comparison came out otherwise than expected. */
  public static final int UNEXPECTED = 1;

  /** The user's input or options are wrong, or a file cannot be read or written. */
  public static final int USAGE = 2;

  /** A mistake of ours. */
  public static final int BUG = 70;

  /** Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
