package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.cli.page.HtmlFile;
import lastwords.cli.page.RecordingPage;
import lastwords.cli.run.Report;
import lastwords.cli.run.StoryOptions;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingWriter;
import lastwords.engine.recording.Replayed;
import lastwords.machine.bus.StepSink;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.watch.RunWatch;

/** Recordings of runs on a cluster, replayed in this process. */
final class RecordingReplays implements Replayable {
  @Override
  public boolean reads(String firstLine) {
    return RecordingReader.begins(firstLine);
  }

  @Override
  public String name() {
    return "a recording (\"" + RecordingWriter.FIRST_LINE + "\")";
  }

  @Override
  public int replay(Path file, ReplayOptions options, Output output) throws IOException {
    TraceBuffer steps = new TraceBuffer();
    boolean traced =
        options.trace().isPresent() || options.page().isPresent() || options.story().shown();
    StepSink sink = traced ? steps : StepSink.NONE;
    RunWatch watch = traced ? steps : RunWatch.NONE;
    try (Interrupt interrupt = new Interrupt();
        RecordingReader reader = new RecordingReader(file)) {
      Replayed replayed = RecordingPage.replayed(reader, sink, watch);
      boolean interrupted = interrupt.requested();
      show(file, replayed, steps, options, output);
      options.story().warn(output);
      if (options.page().isPresent()) {
        HtmlFile.write(options.page().get(), RecordingPage.of(file, replayed, steps));
      }
      int code = judge(replayed, options, output);
      return interrupted ? ExitCode.INTERRUPTED : code;
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
          .print(RecordingPage.run(replayed.header(), file), replayed.result(), List.of(), true);
    }
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
