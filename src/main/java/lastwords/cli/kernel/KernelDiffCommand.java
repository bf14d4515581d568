package lastwords.cli.kernel;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.kernel.SymbolChange;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.release.KernelTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel diff}. */
@Command(
    name = "diff",
    description = {
      "Shows how two kernels differ: functions, then lines as a unified diff.",
      "The output is a patch: A+./OUTPUT.patch is kernel B."
    },
    sortOptions = false)
final class KernelDiffCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "A",
      completionCandidates = Candidates.Kernels.class,
      description =
          "a release, a release with patches, a folder: 4.19, 5.2+panic-lock-safe, /tmp/k")
  private String nameA = "";

  @Parameters(
      index = "1",
      paramLabel = "B",
      completionCandidates = Candidates.Kernels.class,
      description = "another one")
  private String nameB = "";

  @Option(names = "--stat", description = "counts lines of each file instead of showing them")
  private boolean stat;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  KernelDiffCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Catalog catalog = Catalog.standard();
    Kernel a = catalog.kernel(nameA);
    Kernel b = catalog.kernel(nameB);
    KernelDiff diff = KernelDiff.of(tree(a), tree(b));
    List<SymbolChange> symbols = SymbolChange.between(a, b);
    if (json) {
      output.out().println(KernelDiffReport.json(a, b, diff, symbols));
    } else {
      new KernelDiffReport(output).print(diff, symbols, stat);
    }
    return ExitCode.OK;
  }

  private static KernelTree tree(Kernel kernel) {
    return kernel
        .tree()
        .orElseThrow(
            () ->
                new ScenarioException(
                    List.of("kernel " + kernel.name() + " has no tree of sources to compare")));
  }
}
