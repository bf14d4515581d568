package lastwords.cli.console;

/** A port given by the user. */
public final class PortNumber {
  private static final int LAST = 65_535;

  private PortNumber() {}

  /**
   * Rejects numbers that are not ports.
   *
   * @param option the option with the port
   * @param port 0: any free one
   */
  public static void check(String option, int port) {
    OptionRange.check(option, port, 0, LAST);
  }
}
