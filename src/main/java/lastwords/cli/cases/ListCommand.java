package lastwords.cli.cases;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.scenario.Catalog;
import lastwords.scenario.kernel.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords list}. */
@Command(
    name = "list",
    description =
        "Lists scenarios, machines, kernels, settings, workloads, faults or expectations.",
    sortOptions = false)
public final class ListCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES}; default: scenarios and machines")
  private What what;

  @Option(
      names = "--kernel",
      paramLabel = "K",
      completionCandidates = Candidates.Kernels.class,
      description = "kernel of the settings and workloads; default: ${DEFAULT-VALUE}")
  private String kernel = "5.2";

  @Mixin private KernelOptions options;

  @Option(names = "--json", description = "prints one JSON object instead of tables")
  private boolean json;

  /** What can be listed. */
  public enum What {
    SCENARIOS,
    MACHINES,
    KERNELS,
    SETTINGS,
    WORKLOADS,
    FAULTS,
    EXPECTATIONS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ListCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Listing listing = new Listing(Catalog.standard());
    for (What one : what == null ? List.of(What.SCENARIOS, What.MACHINES) : List.of(what)) {
      add(listing, one);
    }
    if (json) {
      output.out().println(listing.json());
      return ExitCode.OK;
    }
    listing.print(output);
    if (what == null || what == What.SCENARIOS) {
      output.out().println();
      output.command("next: ", "lastwords show SCENARIO, which also shows its variants");
    }
    return ExitCode.OK;
  }

  private void add(Listing listing, What one) {
    switch (one) {
      case SCENARIOS -> listing.scenarios();
      case MACHINES -> listing.machines();
      case KERNELS -> listing.kernels();
      case SETTINGS -> listing.settings(found(), options.image(found()));
      case WORKLOADS -> listing.workloads(found().workloads(options.arch(found())));
      case FAULTS -> listing.faults();
      case EXPECTATIONS -> listing.expectations();
      default -> throw new IllegalStateException(one.toString());
    }
  }

  private Kernel found() {
    return Catalog.standard().kernel(kernel);
  }
}
