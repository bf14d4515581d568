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

/** The page of a run on a cluster, made again from its recording. */
public final class RecordingPage {
  private RecordingPage() {}

  /** Makes the run again. The kernel C of another version may be none that this one understands. */
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

  /** What there is to see of it. */
  public static RunPage of(Path file, Replayed replayed, TraceBuffer steps) throws IOException {
    Bundle bundle = replayed.header().bundle();
    RunCase run = run(replayed.header(), file);
    return RunPages.of(
        bundle.title(), run, replayed.result(), steps, replayed.machine(), bundle.sources());
  }

  /** Which run it is. */
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
