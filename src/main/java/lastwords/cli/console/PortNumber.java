package lastwords.cli.console;

/** A port that a user has given. */
public final class PortNumber {
  private static final int LAST = 65_535;

  private PortNumber() {}

  /**
   * Refuses what no port can be.
   *
   * @param option that it was given with
   * @param port 0: any that is free
   */
  public static void check(String option, int port) {
    OptionRange.check(option, port, 0, LAST);
  }
}
