package lastwords.outcome.evidence;

/** A line of the sink contains the text. */
public record Has(Sink sink, String wanted) implements Requirement {
  @Override
  public boolean holds(Evidence evidence) {
    return evidence.lines(sink).stream().anyMatch(line -> line.contains(wanted));
  }

  @Override
  public String text() {
    return sink.word() + " has \"" + wanted + "\"";
  }

  @Override
  public String found(Evidence evidence) {
    return NearestLine.of(wanted, evidence.lines(sink));
  }

  @Override
  public boolean wantsLineOf(Sink other) {
    return sink == other;
  }
}
