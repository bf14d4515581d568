package lastwords.cli.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.Progress;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.console.TextFormat;
import lastwords.cli.effort.Deadline;
import lastwords.cli.effort.EffortOptions;
import lastwords.cli.report.Reports;
import lastwords.engine.matrix.Goal;
import lastwords.engine.matrix.Grid;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.hocon.ScenarioProblems;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords matrix}. */
@Command(
    name = "matrix",
    description = {
      "Compares settings: tries each combination of their values, on each machine and kernel, in each "
          + "situation.",
      "Shows how often the machine leaves words, a dump, a record, and comes up again, which "
          + "setting matters most, which ones are dominated, and what it recommends."
    },
    sortOptions = false)
public final class MatrixCommand implements Callable<Integer> {
  private static final int MOST_CELLS = 100_000;

  private final Output output;

  @Option(
      names = "--set",
      paramLabel = "NAME=V,V",
      completionCandidates = Candidates.Settings.class,
      description = {
        "a sysctl, a boot parameter or another setting of 'lastwords list settings', and the values to "
            + "try: panic=0,10; pstore=ramoops,efi,none. Several times for several settings"
      })
  private List<String> set = List.of();

  @Option(
      names = "--machine",
      paramLabel = "M",
      split = ",",
      completionCandidates = Candidates.Machines.class,
      description = "machines: x86_64,arm64; default: that of the situations")
  private List<String> machines = List.of();

  @Option(
      names = "--kernel",
      paramLabel = "K",
      split = ",",
      completionCandidates = Candidates.Kernels.class,
      description = "kernels: 5.2,5.18; default: that of the situations")
  private List<String> kernels = List.of();

  @Option(
      names = "--faults",
      paramLabel = "F",
      split = ",",
      description = {
        "situations: a shipped set of them, scenarios, SCENARIO:VARIANT, SCENARIO:* for all variants, "
            + "v5.2/* for several scenarios; default: typical"
      })
  private List<String> faults = List.of("typical");

  @Option(
      names = "--prefer",
      paramLabel = "G",
      split = ",",
      description = "what counts first, next, ...: words, kdump, restart, pstore, console")
  private List<String> prefer = List.of();

  @Mixin private EffortOptions effort = new EffortOptions(40_000, 100);

  @Option(
      names = "--pivot",
      paramLabel = "R,C:G",
      description = {
        "one more table: an axis down, another across, the share of a goal in its cells: "
            + "situation,pstore:kdump. Without :GOAL one for each"
      })
  private List<String> pivots = List.of();

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many settings to show, the best first; default: ${DEFAULT-VALUE}")
  private int top = 8;

  @Option(names = "--csv", paramLabel = "FILE", description = "writes a line for each cell")
  private Optional<OutputFile> csv = Optional.empty();

  @Mixin private ResultFolder folder;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "writes heat maps, tables and plots as an HTML file")
  private Optional<OutputFile> html = Optional.empty();

  @ArgGroup private TextFormat format = new TextFormat();

  public MatrixCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    OptionRange.check("--top", top, 1, MOST_CELLS);
    Deadline deadline = effort.begin();
    List<Goal> goals = goals();
    Catalog catalog = Catalog.standard();
    MatrixPlan plan =
        new MatrixPlan(catalog, settings(), machines, kernels, Situation.all(catalog, faults));
    List<Pivot> tables = pivots.stream().map(it -> Pivot.read(it, plan.axes())).toList();
    OptionRange.check("the number of cells", plan.size(), 1, MOST_CELLS);
    plan.check();
    try (Interrupt interrupt = new Interrupt()) {
      Grid grid = run(plan, deadline);
      boolean interrupted = interrupt.requested();
      refuseIfNothingRuns(MatrixResult.of(plan, grid, goals, effort.runs()));
      show(MatrixResult.of(plan, grid, goals, effort.runs()), tables);
      if (grid.done() < grid.size()) {
        String why = interrupted ? "interrupted: " : "the time was up: ";
        output.complain(why + grid.done() + " of " + Wording.count(grid.size(), "cell"));
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private Grid run(MatrixPlan plan, Deadline deadline) {
    CellRun cell = new CellRun(effort.states(), effort.runs());
    MatrixRuns cells = new MatrixRuns(plan, cell, effort.workers(), deadline::isOver);
    try (Progress progress = new Progress(output)) {
      progress.expect(plan.size(), "cells");
      return deadline.bound(() -> cells.run(progress::done));
    }
  }

  private static void refuseIfNothingRuns(MatrixResult result) {
    if (result.known().isEmpty() && !result.problems().isEmpty()) {
      throw new ScenarioException(List.copyOf(result.problems().keySet()));
    }
  }

  private void show(MatrixResult result, List<Pivot> tables) throws IOException {
    String document = new MatrixData(result).json();
    folder.write(List.of("matrix", new MatrixWords(result).title()), document);
    if (html.isPresent()) {
      Reports.write(html.get().path(), "Settings in situations", document, List.of());
    }
    if (format.json()) {
      output.out().println(document);
    } else {
      new MatrixReport(output, result, tables, top, format.markdown()).print();
    }
    if (csv.isPresent()) {
      csv.get().write(MatrixCsv.of(result.grid()));
    }
  }

  /** The values of each setting; the values of a setting that is named twice are combined. */
  private Map<String, List<String>> settings() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String one : set) {
      int equals = one.indexOf('=');
      if (equals < 1 || equals == one.length() - 1) {
        throw ScenarioProblems.one("--set " + one, "expected NAME=VALUE,VALUE");
      }
      List<String> values = all.computeIfAbsent(one.substring(0, equals), it -> new ArrayList<>());
      for (String value : one.substring(equals + 1).split(",", -1)) {
        if (value.isEmpty() || values.contains(value)) {
          throw ScenarioProblems.one("--set " + one, "a value is empty or is given twice");
        }
        values.add(value);
      }
    }
    return all;
  }

  /** Goals that were not named come last, in their default order. */
  private List<Goal> goals() {
    List<Goal> goals = new ArrayList<>();
    for (String word : prefer) {
      goals.add(
          Goal.of(word)
              .orElseThrow(
                  () ->
                      ScenarioProblems.one(
                          "--prefer " + word,
                          "expected some of " + String.join(", ", Goal.words()))));
    }
    List.of(Goal.values()).stream().filter(it -> !goals.contains(it)).forEach(goals::add);
    return goals;
  }
}
