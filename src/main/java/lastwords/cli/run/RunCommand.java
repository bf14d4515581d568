package lastwords.cli.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.cases.RunCase;
import lastwords.cli.cases.SingleRun;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.page.HtmlFile;
import lastwords.cli.page.RunPages;
import lastwords.cli.watch.Watch;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Expectation;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords run}. */
@Command(
    name = "run",
    description =
        "Runs a scenario once and shows its outcome: what the dying kernel got to say, and why.",
    sortOptions = false)
public final class RunCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private CaseOptions options;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the timing; default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--engine",
      paramLabel = "E",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}. The trace is the same")
  private Engine engine = Engine.SIMULATE;

  @Mixin private TraceOptions trace;

  @Option(
      names = "--pstore-dir",
      paramLabel = "D",
      description = "writes the pstore records to that folder")
  private Optional<OutputFolder> pstoreFolder = Optional.empty();

  @Option(
      names = "--vmcore-dir",
      paramLabel = "D",
      description = "writes the log saved by the crash kernel to that folder, as vmcore-dmesg.txt")
  private Optional<OutputFolder> vmcoreFolder = Optional.empty();

  @Mixin private StackOption stack;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public RunCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Case made = options.find(Catalog.standard(), output);
    Setup setup = made.setup();
    trace.check();
    try (Interrupt interrupt = new Interrupt()) {
      Machine machine = Simulator.booted(setup);
      Optional<TraceBuffer> steps = trace.buffer();
      if (engine.isHere() && trace.looksAtMachine()) {
        steps.ifPresent(it -> it.watch(machine));
      }
      RunResult result = engine.run(setup, seed, sink(steps), machine);
      boolean interrupted = interrupt.requested();
      RunCase run = RunCase.of(made, options, seed);
      boolean watched = !interrupted && watch(made, run, result, steps, machine);
      List<String> story = trace.story(steps, machine, watched);
      int code = show(made, run, result, story);
      output.out().flush();
      if (steps.isPresent()) {
        write(steps.get(), machine, run.title() + ": " + result.outcome().summary());
        if (trace.page().isPresent()) {
          HtmlFile.write(trace.page().get(), RunPages.of(made, run, result, steps.get(), machine));
        }
      }
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  /** Plays the run back, if requested and possible. */
  private boolean watch(
      Case made, RunCase run, RunResult result, Optional<TraceBuffer> steps, Machine machine)
      throws IOException {
    return trace.watched()
        && !json
        && steps.isPresent()
        && Watch.show(RunPages.of(made, run, result, steps.get(), machine), output);
  }

  private void write(TraceBuffer steps, Machine machine, String title) throws IOException {
    trace.write(steps, new StepNames(machine), title);
    trace.warn(output);
    if (steps.lost() > 0) {
      output.complain(
          "the trace has the last "
              + steps.size()
              + " steps; "
              + steps.lost()
              + " before that were not kept");
    }
  }

  /** This was one run; another verb covers all of them. */
  private void hint() {
    output.out().flush();
    String all = Reproduction.explore(options.scenario(), options.variant(), options.overrides());
    output.err().println("this is one run of many; for every interleaving: " + output.asTyped(all));
  }

  private static StepSink sink(Optional<TraceBuffer> steps) {
    return steps.isPresent() ? steps.get() : StepSink.NONE;
  }

  private int show(Case made, RunCase run, RunResult result, List<String> story)
      throws IOException {
    if (pstoreFolder.isPresent()) {
      PstoreFiles.write(pstoreFolder.get().path(), result.pstoreRecords());
    }
    if (vmcoreFolder.isPresent()) {
      VmcoreDmesg.write(vmcoreFolder.get().path(), result.vmcoreDmesg());
    }
    boolean over = result.ending().cause() != Cause.INTERRUPTED;
    List<Expectation> expectations = over ? made.expectations() : List.of();
    boolean expected = SingleRun.allows(expectations, result.outcome());
    if (json) {
      output.out().println(RunJson.of(run, result, StoryOptions.field(story)));
    } else {
      StoryOptions.show(story, output);
      new Report(output, stack).print(run, result, expectations, expected);
      hint();
    }
    return expected ? ExitCode.OK : ExitCode.UNEXPECTED;
  }
}
