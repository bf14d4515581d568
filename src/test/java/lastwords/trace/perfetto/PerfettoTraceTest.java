package lastwords.trace.perfetto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import lastwords.trace.SmallTrace;
import lastwords.trace.story.Level;
import org.junit.jupiter.api.Test;

/** The contents of a trace for Perfetto. */
final class PerfettoTraceTest {
  private static PerfettoReader read(Level level) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PerfettoTrace trace = new PerfettoTrace(bytes, SmallTrace.names(), "small", level);
    SmallTrace.steps().forEach(trace::step);
    trace.end();
    return new PerfettoReader(bytes.toByteArray());
  }

  @Test
  void slicesOfACpuNest() throws IOException {
    assertThat(read(Level.LOCKS).slices())
        .filteredOn(it -> it.track().startsWith("cpu") && it.end() > it.begin())
        .containsExactly(
            new PerfettoReader.Slice("cpu1", "handler", 2, 1_700, 1_900),
            new PerfettoReader.Slice("cpu1", "handler", 1, 1_500, 1_900),
            new PerfettoReader.Slice("cpu0", "waits for logbuf_lock", 1, 1_600, 2_001_950));
    assertThat(read(Level.LOCKS).unended())
        .containsEntry("cpu0", List.of("panic", "idles"))
        .containsEntry("cpu1", List.of("panic"))
        .containsEntry("logbuf_lock", List.of("cpu0"));
  }

  @Test
  void aFlowHasTwoEnds() throws IOException {
    assertThat(read(Level.STORY).flows())
        .containsEntry(1L, List.of("cpu0: sends vector 33 to cpu1", "cpu1: never taken: vector 33"))
        .containsEntry(2L, List.of("cpu0: sends handler to cpu1", "cpu1: handler"))
        .containsEntry(3L, List.of("cpu0: sends vector 34 to cpu1", "cpu1: lost: vector 34"))
        .hasSize(3);
  }

  @Test
  void locksHaveHoldersAndWaiters() throws IOException {
    assertThat(read(Level.LOCKS).slices())
        .filteredOn(it -> it.track().equals("logbuf_lock"))
        .containsExactly(
            new PerfettoReader.Slice("logbuf_lock", "cpu1", 0, 1_100, 1_900),
            new PerfettoReader.Slice("logbuf_lock", "cpu0", 0, 2_001_950, 2_002_000));
    assertThat(read(Level.LOCKS).counters())
        .containsExactly("logbuf_lock waiters 1", "logbuf_lock waiters 0");
    assertThat(read(Level.FUNCTIONS).counters()).isEmpty();
  }

  @Test
  void everyStepIsThereWhenAllAreWanted() throws IOException {
    assertThat(read(Level.ALL).slices()).anyMatch(it -> it.name().equals("store panic_cpu 0"));
    assertThat(read(Level.LOCKS).slices()).noneMatch(it -> it.name().startsWith("store"));
    assertThat(read(Level.STORY).slices()).anyMatch(it -> it.name().equals("hello"));
  }
}
