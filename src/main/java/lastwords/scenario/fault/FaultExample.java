package lastwords.scenario.fault;

import java.util.List;

/**
 * A kind of fault, as it is written in a scenario.
 *
 * @param block how it looks
 * @param title what it does
 */
public record FaultExample(String block, String title) {
  /** All kinds. */
  public static final List<FaultExample> ALL = FaultReader.examples();

  static FaultExample of(String block, String title) {
    return new FaultExample("{ " + block + " }", title);
  }
}
