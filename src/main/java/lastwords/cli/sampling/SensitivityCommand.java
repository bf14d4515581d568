package lastwords.cli.sampling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.Progress;
import lastwords.engine.sample.Moments;
import lastwords.engine.sample.Tally;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.Span;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastwords sensitivity}. */
@Command(
    name = "sensitivity",
    description = {
      "Shows how likely each outcome is, over the moment and the CPU of the panic, "
          + "or of a fault: as a table, a plot, CSV and SVG."
    },
    sortOptions = false)
public final class SensitivityCommand implements Callable<Integer> {
  private static final int MOST_POINTS = 10_000;
  private static final int MOST_RUNS = 1_000_000;

  /** What is moved in time. */
  public enum Over {
    PANIC,
    FAULT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Output output;
  @Spec private CommandSpec spec;

  @Mixin private CaseOptions options;

  @Option(
      names = "--over",
      paramLabel = "O",
      description = {
        "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. The work of the panicking CPU "
            + "starts at that moment, or the scenario's faults do; without any, a CPU stalls for ever"
      })
  private Over over = Over.PANIC;

  @Option(names = "--from", paramLabel = "T", description = "first moment; default: 0us")
  private String from = "0us";

  @Option(names = "--until", paramLabel = "T", description = "last moment; default: 10ms")
  private String until = "10ms";

  @Option(names = "--points", paramLabel = "N", description = "moments; default: ${DEFAULT-VALUE}")
  private int points = 21;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "runs for each moment and CPU; default: ${DEFAULT-VALUE}")
  private int runs = 100;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      description = {
        "only these CPUs, repeatable; default: for panic the CPU that panics, for "
            + "fault all others"
      })
  private List<Integer> cpus = new ArrayList<>();

  @Option(
      names = "--panics",
      paramLabel = "N",
      description = "the CPU that panics; default: ${DEFAULT-VALUE}")
  private int panics;

  @Option(names = "--csv", paramLabel = "FILE", description = "writes the table as CSV")
  private Optional<OutputFile> csv = Optional.empty();

  @Option(names = "--svg", paramLabel = "FILE", description = "writes the plot")
  private Optional<OutputFile> svg = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public SensitivityCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Case made = options.find(Catalog.standard(), output);
    check(made);
    Setup setup = made.setup();
    try (Interrupt interrupt = new Interrupt()) {
      Sensitivity result = Sensitivity.of(samples(setup, moments(), targets(made)));
      boolean interrupted = interrupt.requested();
      write(made, result);
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private void check(Case made) {
    OptionRange.check("--points", points, 1, MOST_POINTS);
    OptionRange.check("--runs", runs, 1, MOST_RUNS);
    int last = made.machine().cpus() - 1;
    OptionRange.check("--panics", panics, 0, last);
    cpus.forEach(it -> OptionRange.check("--cpu", it, 0, last));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private long nanos(String option, String text) {
    return Span.nanos(text)
        .orElseThrow(
            () ->
                wrong(
                    option + ": '" + text + "' is not a time; expected one such as 20us or 10ms"));
  }

  private List<Long> moments() {
    long first = nanos("--from", from);
    long last = nanos("--until", until);
    if (last < first) {
      throw wrong("--until is before --from");
    }
    List<Long> moments = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      moments.add(points == 1 ? first : first + (last - first) * i / (points - 1));
    }
    return moments;
  }

  private List<Integer> targets(Case made) {
    if (!cpus.isEmpty()) {
      return cpus.stream().distinct().sorted().toList();
    }
    List<Integer> targets = new ArrayList<>();
    for (int cpu = 0; cpu < made.machine().cpus(); cpu++) {
      if (over == Over.PANIC == (cpu == panics)) {
        targets.add(cpu);
      }
    }
    return targets;
  }

  /** One for each CPU and moment; if the thread is interrupted, those that are complete. */
  private List<Sensitivity.Made> samples(Setup setup, List<Long> moments, List<Integer> targets) {
    List<Sensitivity.Made> samples = new ArrayList<>();
    int all = moments.size() * targets.size() * runs;
    try (Progress progress = new Progress(output)) {
      progress.expect(all, "runs");
      for (int cpu : targets) {
        for (long nanos : moments) {
          int before = samples.size() * runs;
          Tally tally = sampling(at(setup, cpu, nanos)).run(it -> progress.done(before + it));
          if (tally.runs() < runs) {
            return samples;
          }
          samples.add(new Sensitivity.Made(cpu, nanos, tally));
        }
      }
    }
    return samples;
  }

  private Sampling sampling(Setup setup) {
    SamplePlan plan = new SamplePlan(setup, Strategy.TIMED, 1, false);
    return new Sampling(plan, Runtime.getRuntime().availableProcessors(), 1, runs, 0);
  }

  private Setup at(Setup setup, int cpu, long nanos) {
    return over == Over.PANIC
        ? Moments.begins(setup, panics, cpu, nanos)
        : Moments.fails(setup, cpu, nanos);
  }

  private void write(Case made, Sensitivity result) throws IOException {
    SensitivityText text = new SensitivityText(made, over.toString(), result);
    output.out().print(json ? text.json() + "\n" : text.report());
    if (csv.isPresent()) {
      csv.get().write(text.csv());
    }
    if (svg.isPresent()) {
      String picture = new SensitivitySvg(text.title(), over.toString(), result).draw();
      svg.get().write(picture);
    }
  }
}
