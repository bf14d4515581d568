package lastwords.cli.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lastwords.cli.cases.Reproduction;
import lastwords.cli.cases.RunCase;
import lastwords.cli.witness.WitnessFiles;
import lastwords.cli.witness.WitnessRun;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingWriter;
import lastwords.engine.recording.Replayed;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessText;
import lastwords.machine.Machine;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.CheckMethod;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;
import lastwords.trace.read.RecordedTrace;
import lastwords.web.page.PageServer.Question;

/** Makes the runs that {@code ui} shows: of scenarios, and from files. */
final class RunOpener {
  private static final String SCENARIO_ENDING = ".conf";

  private final long seed;
  private final int states;

  /**
   * @param states limit where a page shows what is still possible
   */
  RunOpener(long seed, int states) {
    this.seed = seed;
    this.states = states;
  }

  /** Is this the name of a file with a run, rather than of a scenario? */
  static boolean isFile(String name) {
    return Files.exists(Path.of(name)) && !name.endsWith(SCENARIO_ENDING);
  }

  /**
   * The run in a file. Its first line determines the kind of file.
   *
   * @throws ScenarioException if it is none of them
   */
  Opened file(Path file) throws IOException {
    String firstLine = Files.isDirectory(file) ? "" : WitnessFiles.firstLine(file);
    if (firstLine.equals(WitnessText.FIRST_LINE)) {
      return witness(file);
    }
    if (RecordingReader.begins(firstLine)) {
      return recording(file);
    }
    if (RecordedTrace.reads(firstLine)) {
      return trace(file);
    }
    throw new ScenarioException(
        List.of(
            file
                + ":1: cannot be shown; expected a scenario (*"
                + SCENARIO_ENDING
                + "), a witness (\""
                + WitnessText.FIRST_LINE
                + "\"), a recording (\""
                + RecordingWriter.FIRST_LINE
                + "\") or a trace as JSON lines"));
  }

  /** Only a trace: how the run ended, and the kernel's sources, are not in it. */
  private static Opened trace(Path file) throws IOException {
    RecordedTrace.InMemory trace = RecordedTrace.open(file).inMemory();
    String name = file.getFileName().toString();
    RunPage.About about =
        new RunPage.About(
            name,
            "",
            "",
            "",
            trace.names().cpus(),
            "",
            "lastwords ui " + file,
            List.of("A trace says neither how the run ended nor what the sources are."));
    return new Opened(RunPage.of(about, trace.steps(), trace.names(), List.of(), List.of()));
  }

  private Opened witness(Path file) throws IOException {
    WitnessRun it = WitnessRun.of(file);
    RunCase run = RunCase.of(it.made(), seedOf(it.witness()), "lastwords replay " + file);
    RunPage page = RunPages.of(it.made(), run, it.done().result(), it.steps(), it.done().machine());
    if (it.witness().runSpec() instanceof RunSpec.Scheduled way && way.reduced()) {
      CheckMethod given = it.made().checkMethod();
      CheckMethod method =
          new CheckMethod(given.explores(), way.earlyTimeouts(), given.budget(), given.states());
      return new Opened(
          page,
          Schedule.words(way.schedule()),
          questions(it.made(), it.setup(), method, "lastwords ui " + file, it::witness));
    }
    return new Opened(page);
  }

  private static long seedOf(Witness witness) {
    return witness.runSpec() instanceof RunSpec.Seeded seeded ? seeded.seed() : 0;
  }

  private static Opened recording(Path file) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    try (RecordingReader reader = new RecordingReader(file)) {
      Replayed replayed = RecordingPage.replayed(reader, steps, steps);
      return new Opened(RecordingPage.of(file, replayed, steps));
    }
  }

  /** A run of a scenario. */
  Opened scenario(String scenario, String variant, Overrides overrides) throws IOException {
    Case made = Catalog.standard().scenario(scenario).variant(variant, overrides);
    Setup setup = made.setup();
    Machine machine = Simulator.booted(setup);
    TraceBuffer steps = new TraceBuffer();
    steps.watch(machine);
    RunResult result = Simulator.run(setup, seed, steps, new LocalHost(machine));
    String again = Reproduction.of(scenario, variant, overrides, seed);
    RunSpec way = new RunSpec.Seeded(seed);
    return new Opened(
        RunPages.of(made, RunCase.of(made, seed, again), result, steps, machine),
        List.of(),
        questions(
            made,
            setup,
            made.checkMethod(),
            Reproduction.ui(scenario, variant, overrides),
            () -> Witness.of(scenario, variant, overrides, setup, way, "")));
  }

  private Map<String, Question> questions(
      Case made, Setup setup, CheckMethod method, String command, Supplier<Witness> base) {
    HandPaths paths = new HandPaths(made, setup, method.earlyTimeouts(), command, base, states);
    PossibleOutcomes outcomes = new PossibleOutcomes(setup, method, states);
    return Map.of(
        "path.json",
        told(paths::answer),
        "outcomes.json",
        told(outcomes::answer),
        "decision.json",
        told(paths::decision));
  }

  /** Passes on to the page what the scenario does not support. */
  private static Question told(Question question) {
    return query -> {
      try {
        return question.answer(query);
      } catch (ScenarioException e) {
        throw new IllegalArgumentException(String.join("; ", e.lines()), e);
      }
    };
  }
}
