package lastwords.outcome.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** Dumpers were called for these reasons, in order; any one of several lists. */
public record Dumps(List<List<String>> allowed) implements Requirement {
  public Dumps {
    allowed = allowed.stream().map(List::copyOf).toList();
  }

  @Override
  public boolean holds(Evidence evidence) {
    return allowed.contains(evidence.dumps());
  }

  @Override
  public String text() {
    return "dumps " + allowed.stream().map(List::toString).collect(Collectors.joining(" or "));
  }

  @Override
  public String found(Evidence evidence) {
    return "dumps were " + evidence.dumps();
  }
}
