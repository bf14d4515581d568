package lastwords.cli;

/** What the process tells its caller. */
final class ExitCode {
  /** Done; where there are expectations, they hold. */
  static final int OK = 0;

  /** A run, a test or a comparison came out otherwise than expected. */
  static final int UNEXPECTED = 1;

  /** The user's input or options are wrong, or a file cannot be read or written. */
  static final int USAGE = 2;

  /** A mistake of ours. */
  static final int BUG = 70;

  /** Ctrl-C. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
