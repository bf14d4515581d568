package lastwords.cli.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The conditions under which a case is tried: its machine, and its settings. */
public final class ConditionOptions {
  @Option(
      names = "--machine",
      paramLabel = "M",
      completionCandidates = Candidates.Machines.class,
      description = "another machine: x86_64, arm64, ...")
  private Optional<String> machine = Optional.empty();

  @Option(
      names = "--set",
      paramLabel = "key=value",
      completionCandidates = Candidates.Settings.class,
      mapFallbackValue = "",
      description =
          "a sysctl or boot parameter from 'lastwords list settings' (panic=10), a CONFIG_ symbol"
              + " or a key of the scenario (machine.cpus)")
  private Map<String, String> set = new LinkedHashMap<>();

  public Optional<String> machine() {
    return machine;
  }

  /** The settings, in the order of the command line. */
  public Map<String, String> set() {
    return new LinkedHashMap<>(set);
  }
}
