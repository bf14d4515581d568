package lastwords.outcome.evidence;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import lastwords.outcome.CpuRanges;

/** A crash dump was made, without the registers of exactly these CPUs; any one of several sets. */
public record NoRegisters(List<SortedSet<Integer>> allowed) implements Requirement {
  public NoRegisters {
    allowed = List.copyOf(allowed);
  }

  @Override
  public boolean holds(Evidence evidence) {
    return evidence.noRegisters().filter(allowed::contains).isPresent();
  }

  @Override
  public String text() {
    return "no registers of "
        + allowed.stream().map(NoRegisters::set).collect(Collectors.joining(" or "));
  }

  @Override
  public String found(Evidence evidence) {
    return evidence
        .noRegisters()
        .map(missing -> "those of " + set(missing) + " are missing")
        .orElse("there was no crash dump");
  }

  private static String set(SortedSet<Integer> cpus) {
    return "[" + CpuRanges.of(cpus, ", ", 3) + "]";
  }
}
