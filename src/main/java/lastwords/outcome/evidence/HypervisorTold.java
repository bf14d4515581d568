package lastwords.outcome.evidence;

import java.util.List;
import java.util.stream.Collectors;

/** The hypervisor was told exactly this, in order; any one of several lists. */
public record HypervisorTold(List<List<String>> allowed) implements Requirement {
  public HypervisorTold {
    allowed = allowed.stream().map(List::copyOf).toList();
  }

  @Override
  public boolean holds(Evidence evidence) {
    return allowed.contains(evidence.told());
  }

  @Override
  public String text() {
    return "hypervisor told "
        + allowed.stream().map(List::toString).collect(Collectors.joining(" or "));
  }

  @Override
  public String found(Evidence evidence) {
    return "it was told " + evidence.told();
  }

  @Override
  public boolean needsHypervisor() {
    return allowed.stream().noneMatch(List::isEmpty);
  }
}
