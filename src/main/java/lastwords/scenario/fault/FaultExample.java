package lastwords.scenario.fault;

/**
 * A kind of fault, as written in a scenario.
 *
 * @param block an example
 * @param title what it does
 */
public record FaultExample(String block, String title) {
  static FaultExample of(String block, String title) {
    return new FaultExample("{ " + block + " }", title);
  }
}
