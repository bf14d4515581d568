package lastwords.cli.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.cases.RunCase;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.recording.RecordingReplay;
import lastwords.engine.recording.Replayed;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Bundle;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;
import lastwords.trace.watch.RunWatch;

/** The page of a run on a cluster, replayed from its recording. */
public final class RecordingPage {
  private RecordingPage() {}

  /** Replays the run. This version may not understand another version's kernel C. */
  public static Replayed replayed(RecordingReader reader, StepSink sink, RunWatch watch)
      throws IOException {
    try {
      return RecordingReplay.run(reader, sink, watch);
    } catch (ScenarioException e) {
      List<String> lines = new ArrayList<>(e.lines());
      lines.add(reader.header().recordedBy());
      throw new ScenarioException(lines);
    }
  }

  /** The content of its page. */
  public static RunPage of(Path file, Replayed replayed, TraceBuffer steps) throws IOException {
    Bundle bundle = replayed.header().bundle();
    RunCase run = run(replayed.header(), file);
    return RunPages.of(
        bundle.title(), run, replayed.result(), steps, replayed.machine(), bundle.sources());
  }

  /** Identifies the run. */
  public static RunCase run(RunHeader header, Path file) {
    Bundle bundle = header.bundle();
    return new RunCase(
        bundle.scenario(),
        bundle.variant(),
        bundle.kernel(),
        bundle.machine().name(),
        header.seed(),
        "lastwords replay " + file);
  }
}
