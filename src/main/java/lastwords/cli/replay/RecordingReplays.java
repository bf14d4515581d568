package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.cases.RunCase;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.page.HtmlFile;
import lastwords.cli.page.RunPages;
import lastwords.cli.run.Report;
import lastwords.cli.run.StoryOptions;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingReplay;
import lastwords.engine.recording.RecordingWriter;
import lastwords.engine.recording.Replayed;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Bundle;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;

/** Recordings of runs on a cluster, run again in this process. */
final class RecordingReplays implements Replayable {
  @Override
  public boolean reads(String firstLine) {
    return RecordingReader.begins(firstLine);
  }

  @Override
  public String name() {
    return "a recording ('" + RecordingWriter.FIRST_LINE + "')";
  }

  @Override
  public int replay(Path file, ReplayOptions options, Output output) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    boolean traced =
        options.trace().isPresent() || options.page().isPresent() || options.story().shown();
    StepSink sink = traced ? steps : StepSink.NONE;
    try (Interrupt interrupt = new Interrupt();
        RecordingReader reader = new RecordingReader(file)) {
      Replayed replayed = replayed(reader, sink);
      boolean interrupted = interrupt.requested();
      show(file, replayed, steps, options, output);
      if (options.page().isPresent()) {
        HtmlFile.write(options.page().get(), page(file, replayed, steps));
      }
      int code = judge(replayed, options, output);
      return interrupted ? ExitCode.INTERRUPTED : code;
    }
  }

  /** The kernel C of another version may be none that this one understands. */
  private static Replayed replayed(RecordingReader reader, StepSink sink) throws IOException {
    try {
      return RecordingReplay.run(reader, sink);
    } catch (ScenarioException e) {
      List<String> lines = new ArrayList<>(e.lines());
      lines.add(reader.header().recordedBy());
      throw new ScenarioException(lines);
    }
  }

  private static void show(
      Path file, Replayed replayed, TraceBuffer steps, ReplayOptions options, Output output)
      throws IOException {
    if (options.json()) {
      output.out().println(ReplayedJson.of(replayed));
    } else if (options.trace().isPresent()) {
      options.trace().get().write(steps, new StepNames(replayed.machine()), output.out());
    } else if (!options.check()) {
      StoryOptions.show(options.storyLines(steps, replayed.machine()), output);
      new Report(output, options.stack())
          .print(run(replayed.header(), file), replayed.result(), List.of(), true);
    }
  }

  private static RunPage page(Path file, Replayed replayed, TraceBuffer steps) throws IOException {
    Bundle bundle = replayed.header().bundle();
    RunCase run = run(replayed.header(), file);
    return RunPages.of(
        bundle.title(), run, replayed.result(), steps, replayed.machine(), bundle.sources());
  }

  private static RunCase run(RunHeader header, Path file) {
    Bundle bundle = header.bundle();
    return new RunCase(
        bundle.scenario(),
        bundle.variant(),
        bundle.kernel(),
        bundle.machine().name(),
        header.seed(),
        "lastwords replay " + file);
  }

  private static int judge(Replayed replayed, ReplayOptions options, Output output) {
    replayed.missing().forEach(line -> output.complain("incomplete: " + line));
    replayed.divergence().ifPresent(it -> output.complain("NOT as recorded: " + it));
    boolean differs = replayed.divergence().isEmpty() && !replayed.same();
    if (differs || replayed.divergence().isPresent()) {
      output.complain(replayed.header().recordedBy());
    }
    if (differs && replayed.recorded().isPresent()) {
      output.complain("NOT as recorded: " + replayed.recorded().get().outcome().summary());
      output.complain("this time:       " + replayed.result().outcome().summary());
    }
    boolean machineReads = options.json() || options.trace().isPresent();
    if (replayed.same() && !machineReads) {
      String summary = replayed.result().outcome().summary();
      output.out().println(output.green("as recorded") + ", event by event: " + summary);
    }
    return replayed.same() ? ExitCode.OK : ExitCode.UNEXPECTED;
  }
}
