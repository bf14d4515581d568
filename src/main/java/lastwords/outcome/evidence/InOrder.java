package lastwords.outcome.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of one console or record contain the texts, in order; other lines may be between them. */
public record InOrder(Sink sink, List<String> wanted) implements Requirement {
  public InOrder {
    wanted = List.copyOf(wanted);
  }

  @Override
  public boolean holds(Evidence evidence) {
    return reached(evidence) == wanted.size();
  }

  /** The largest number of texts that occur in order. */
  private int reached(Evidence evidence) {
    return evidence.pages().getOrDefault(sink, List.of()).stream()
        .mapToInt(this::reached)
        .max()
        .orElse(0);
  }

  private int reached(List<String> lines) {
    int next = 0;
    for (String line : lines) {
      if (next < wanted.size() && line.contains(wanted.get(next))) {
        next++;
      }
    }
    return next;
  }

  @Override
  public String text() {
    return wanted.stream()
        .map(one -> "\"" + one + "\"")
        .collect(Collectors.joining(", ", sink.word() + " in order ", ""));
  }

  @Override
  public String found(Evidence evidence) {
    int next = reached(evidence);
    String missing = wanted.get(Math.min(next, wanted.size() - 1));
    List<String> lines = evidence.lines(sink);
    String after = next == 0 ? "" : " after \"" + wanted.get(next - 1) + "\"";
    boolean elsewhere = lines.stream().anyMatch(line -> line.contains(missing));
    String why = elsewhere ? ": it comes earlier" : ", " + NearestLine.of(missing, lines);
    return "no \"" + missing + "\"" + after + why;
  }

  @Override
  public boolean wantsLineOf(Sink other) {
    return sink == other;
  }
}
