package lastwords.cli.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.Progress;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.Reduction;
import lastwords.engine.witness.Shrinker;
import lastwords.engine.witness.Shrinker.Shrunk;
import lastwords.engine.witness.Witness;
import lastwords.kernelc.source.Wording;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords shrink}. */
@Command(
    name = "shrink",
    description = {
      "Reduces a run without changing its outcome.",
      "Removes faults, CPUs, choices, interrupts and context switches. Takes a witness, or a scenario "
          + "and --outcome. Every candidate is run."
    },
    sortOptions = false)
public final class ShrinkCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private OutcomeOptions options;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "most runs to make; default: ${DEFAULT-VALUE}")
  private int tries = 20_000;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "writes the smaller witness to that file")
  private Optional<OutputFile> file = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public ShrinkCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    try (Interrupt interrupt = new Interrupt()) {
      Result result = result();
      Shrunk shrunk = result.shrunk();
      boolean interrupted = interrupt.requested();
      Witness whole = result.chosen().witness();
      Witness smaller =
          whole.with(shrunk.reduction(), shrunk.runSpec(), shrunk.outcome().summary());
      show(result, interrupted);
      if (file.isPresent()) {
        write(file.get().path(), smaller);
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private record Result(OutcomeOptions.Chosen chosen, Shrunk shrunk) {}

  private Result result() throws IOException {
    try (Progress progress = new Progress(output)) {
      OutcomeOptions.Chosen chosen = options.choose(progress);
      return new Result(chosen, shrink(chosen, progress));
    }
  }

  private Shrunk shrink(OutcomeOptions.Chosen chosen, Progress progress) {
    Reduction reduction = chosen.witness().reduction();
    Outcome outcome =
        chosen.runSpec().run(reduction.of(chosen.setup()), StepSink.NONE).result().outcome();
    return Shrinker.shrink(
        chosen.setup(),
        reduction,
        chosen.runSpec(),
        outcome,
        options.states(),
        tries,
        progress::tried);
  }

  private void write(Path to, Witness smaller) throws IOException {
    new WitnessFiles(lastwords.scenario.Catalog.standard()).writeTo(to, smaller);
    if (!json) {
      output.command("\nagain: ", "lastwords replay " + to);
    }
  }

  private void show(Result result, boolean interrupted) throws IOException {
    Shrunk shrunk = result.shrunk();
    if (json) {
      output.text(ShrinkJson.of(result.chosen(), shrunk));
      return;
    }
    output.text(output.bold(shrunk.outcome().summary()));
    result.chosen().note().ifPresent(it -> output.text("  " + it));
    output.text("  before  " + shrunk.before().text());
    output.text("  after   " + shrunk.after().text());
    output.text("  " + verdict(shrunk, interrupted));
    left(shrunk.reduction());
    output.text("schedule");
    Schedule.lines(shrunk.runSpec().schedule()).forEach(line -> output.text("  " + line));
    if (!shrunk.runSpec().cycle().isEmpty()) {
      output.text("and then for ever");
      Schedule.lines(shrunk.runSpec().cycle()).forEach(line -> output.text("  " + line));
    }
  }

  private String verdict(Shrunk shrunk, boolean interrupted) {
    String end =
        interrupted
            ? "; interrupted"
            : shrunk.shortest()
                ? "; space exhausted: no schedule is shorter"
                : "; a shorter schedule may exist";
    int tries = shrunk.tries();
    String tried =
        tries == 1 ? "1 run or search was tried" : tries + " runs and searches were tried";
    return tried + end;
  }

  private void left(Reduction less) {
    less.cpus().ifPresent(cpus -> output.text("  with " + Wording.count(cpus, "CPU") + " only"));
    less.idle().forEach(cpu -> output.text("  with CPU " + cpu + " idle"));
    less.withoutFaults().forEach(fault -> output.text("  without fault " + fault));
  }
}
