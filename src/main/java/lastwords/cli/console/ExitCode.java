package lastwords.cli.console;

/** The exit codes of the process. */
public final class ExitCode {
  /** Success; if there are expectations, they hold. */
  public static final int OK = 0;

  /** A run, a test or a comparison did not give the expected result. */
  public static final int UNEXPECTED = 1;

  /** The user's input or options are wrong, or a file cannot be read or written. */
  public static final int USAGE = 2;

  /** An internal error. */
  public static final int BUG = 70;

  /** Ctrl-C. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
