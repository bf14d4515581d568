package lastwords.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.RunCase;
import lastwords.cli.console.Output;
import lastwords.cli.page.RecordingPage;
import lastwords.cli.witness.WitnessFiles;
import lastwords.cli.witness.WitnessRun;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.Replayed;
import lastwords.engine.witness.WitnessText;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.export.Export;
import lastwords.trace.export.StepWriter;
import lastwords.trace.read.RecordedTrace;

/** The kinds of runs that can be converted, recognised by the first line of their file. */
final class RunSources {
  private static final String SCENARIO_ENDING = ".conf";
  private static final Pattern ENDING = Pattern.compile(".*\\.[A-Za-z][\\w-]+");
  private static final String KINDS =
      "a trace (JSON lines), a recording, a witness, or a scenario (*.conf)";

  private RunSources() {}

  /** The source named by the command line. */
  static Source of(CaseOptions options, long seed, Output output) throws IOException {
    Optional<Source> file = file(Path.of(options.scenario()), output);
    if (file.isPresent()) {
      checkUnchanged(options);
      return file.get();
    }
    Catalog catalog = Catalog.standard();
    if (!isShipped(catalog, options.scenario())) {
      refuseOtherFiles(options.scenario());
    }
    Case made = options.find(catalog, output);
    return (form, out) -> scenario(made, RunCase.of(made, options, seed), form, out);
  }

  private static boolean isShipped(Catalog catalog, String name) {
    return catalog.scenarios().stream().anyMatch(it -> it.equals(name) || it.endsWith("/" + name));
  }

  /** A file that is not a run is not a scenario either, unless its name says so. */
  private static void refuseOtherFiles(String name) {
    Path file = Path.of(name);
    if (Files.isDirectory(file)) {
      throw new ScenarioException(List.of(name + " is a folder, not a file"));
    }
    if (name.endsWith(SCENARIO_ENDING)) {
      return;
    }
    if (Files.exists(file)) {
      boolean empty = file.toFile().length() == 0;
      throw new ScenarioException(
          List.of(name + (empty ? ": is empty; expected " : ":1: expected ") + KINDS));
    }
    if (ENDING.matcher(name).matches()) {
      throw new ScenarioException(List.of(name + ": no such file; expected " + KINDS));
    }
  }

  /** The run in a file; empty if it is not such a file. */
  private static Optional<Source> file(Path file, Output output) {
    String firstLine = Files.isRegularFile(file) ? WitnessFiles.firstLine(file) : "";
    if (firstLine.equals(WitnessText.FIRST_LINE)) {
      return Optional.of((form, out) -> witness(file, form, out, output));
    }
    if (RecordingReader.begins(firstLine)) {
      return Optional.of((form, out) -> recording(file, form, out, output));
    }
    if (RecordedTrace.reads(firstLine)) {
      return Optional.of((form, out) -> trace(file, form, out));
    }
    if (firstLine.startsWith("# tracer:") || firstLine.matches("-+\\+.*")) {
      throw new ScenarioException(
          List.of(
              file
                  + ": expected a trace as JSON lines; run the scenario with --trace-format jsonl"));
    }
    return Optional.empty();
  }

  private static void checkUnchanged(CaseOptions options) {
    boolean plain = options.variant().equals(Scenario.DEFAULT);
    if (!plain || !options.overrides().equals(Overrides.NONE)) {
      throw new ScenarioException(
          List.of(
              options.scenario()
                  + ": a recorded run cannot have another variant, kernel or setting"));
    }
  }

  private static boolean scenario(
      Case made, RunCase run, Function<String, Export> form, OutputStream out) throws IOException {
    Setup setup = made.setup();
    Machine machine = Simulator.booted(setup);
    StepNames names = new StepNames(machine);
    Export plain = form.apply(run.title());
    if (plain.canStream()) {
      try (StepWriter writer = plain.writer(names, true, out)) {
        Simulator.run(setup, run.seed(), sink(writer), new LocalHost(machine));
        writer.end();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      return true;
    }
    TraceBuffer steps = new TraceBuffer();
    steps.watch(machine);
    RunResult result = Simulator.run(setup, run.seed(), steps, new LocalHost(machine));
    form.apply(titled(run, result)).write(steps, names, out);
    return true;
  }

  private static StepSink sink(StepWriter writer) {
    return step -> {
      try {
        writer.step(step);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static String titled(RunCase run, RunResult result) {
    return run.title() + ": " + result.outcome().summary();
  }

  private static boolean witness(
      Path file, Function<String, Export> form, OutputStream out, Output output)
      throws IOException {
    WitnessRun run = WitnessRun.of(file);
    String title = titled(RunCase.of(run.made(), 0, ""), run.done().result());
    form.apply(title).write(run.steps(), new StepNames(run.done().machine()), out);
    return same(run.witness().outcome(), run.done().result(), output);
  }

  private static boolean same(String recorded, RunResult result, Output output) {
    boolean same = recorded.equals(result.outcome().summary());
    if (!same) {
      output.complain("NOT as recorded: " + recorded);
      output.complain("this time:       " + result.outcome().summary());
    }
    return same;
  }

  private static boolean recording(
      Path file, Function<String, Export> form, OutputStream out, Output output)
      throws IOException {
    TraceBuffer steps = new TraceBuffer();
    try (RecordingReader reader = new RecordingReader(file)) {
      Replayed replayed = RecordingPage.replayed(reader, steps, steps);
      String title = titled(RecordingPage.run(replayed.header(), file), replayed.result());
      form.apply(title).write(steps, new StepNames(replayed.machine()), out);
      replayed.missing().forEach(line -> output.complain("incomplete: " + line));
      replayed.divergence().ifPresent(it -> output.complain("NOT as recorded: " + it));
      return replayed.same();
    }
  }

  private static boolean trace(Path file, Function<String, Export> form, OutputStream out)
      throws IOException {
    RecordedTrace trace = RecordedTrace.open(file);
    Export export = form.apply(file.getFileName().toString());
    if (!export.canStream()) {
      RecordedTrace.InMemory all = trace.inMemory();
      export.write(all.steps(), all.names(), out);
      return true;
    }
    StepWriter[] writer = new StepWriter[1];
    try {
      trace.forEach(
          names -> {
            writer[0] = export.writer(names, trace.timed(), out);
            return writer[0]::step;
          });
      writer[0].end();
    } finally {
      if (writer[0] != null) {
        writer[0].close();
      }
    }
    return true;
  }
}
