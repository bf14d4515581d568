package lastwords.cli.console;

import java.util.List;
import lastwords.scenario.hocon.ScenarioException;

/** The range of numbers that an option accepts. */
public final class OptionRange {
  private OptionRange() {}

  /**
   * Rejects other numbers.
   *
   * @throws ScenarioException naming the option and the range
   */
  public static void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      String range = most == Integer.MAX_VALUE ? "at least " + least : least + " to " + most;
      throw new ScenarioException(List.of(option + " must be " + range));
    }
  }
}
