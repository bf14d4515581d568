package lastwords.cli.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lastwords.scenario.setting.Overrides;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a comparison changes in a scenario: on one side, on the other, or on both. */
public final class SideOptions {
  /** Stands for the scenario's own kernel. */
  static final String SAME = "-";

  @Mixin private ConditionOptions both = new ConditionOptions();

  @Option(
      names = "--machine-a",
      paramLabel = "M",
      completionCandidates = Candidates.Machines.class,
      description = "as --machine, on the first side")
  private Optional<String> machineA = Optional.empty();

  @Option(
      names = "--machine-b",
      paramLabel = "M",
      completionCandidates = Candidates.Machines.class,
      description = "as --machine, on the second side")
  private Optional<String> machineB = Optional.empty();

  @Option(
      names = "--set-a",
      paramLabel = "key=value",
      completionCandidates = Candidates.Settings.class,
      mapFallbackValue = "",
      description = "as --set, on the first side")
  private Map<String, String> setA = new LinkedHashMap<>();

  @Option(
      names = "--set-b",
      paramLabel = "key=value",
      completionCandidates = Candidates.Settings.class,
      mapFallbackValue = "",
      description = "as --set, on the second side")
  private Map<String, String> setB = new LinkedHashMap<>();

  public Overrides first(String kernel) {
    return overrides(kernel, machineA, setA);
  }

  public Overrides second(String kernel) {
    return overrides(kernel, machineB, setB);
  }

  private Overrides overrides(String kernel, Optional<String> own, Map<String, String> more) {
    Map<String, String> all = both.set();
    all.putAll(more);
    Optional<String> other = kernel.equals(SAME) ? Optional.empty() : Optional.of(kernel);
    return new Overrides(other, own.or(both::machine), all);
  }

  /** A side in a few words: the kernel and its differences. */
  public static String name(Overrides side, Overrides other) {
    StringBuilder name = new StringBuilder(side.kernel().orElse("the scenario's kernel"));
    if (!side.machine().equals(other.machine())) {
      side.machine().ifPresent(it -> name.append(" on ").append(it));
    }
    side.set()
        .forEach(
            (key, value) -> {
              if (!value.equals(other.set().get(key))) {
                name.append(' ').append(key).append('=').append(value);
              }
            });
    return name.toString();
  }
}
