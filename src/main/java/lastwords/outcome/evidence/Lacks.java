package lastwords.outcome.evidence;

/** No line of the sink contains the text. */
public record Lacks(Sink sink, String unwanted) implements Requirement {
  @Override
  public boolean holds(Evidence evidence) {
    return evidence.lines(sink).stream().noneMatch(line -> line.contains(unwanted));
  }

  @Override
  public String text() {
    return sink.word() + " lacks \"" + unwanted + "\"";
  }

  @Override
  public String found(Evidence evidence) {
    return evidence.lines(sink).stream()
        .filter(line -> line.contains(unwanted))
        .findFirst()
        .map(line -> "there is \"" + line + "\"")
        .orElse("");
  }
}
