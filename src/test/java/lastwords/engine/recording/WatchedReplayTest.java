package lastwords.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceRecord;
import lastwords.trace.watch.CallTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay knows the calls and changes of each step, although the answer to a CPU comes after the
 * operation, with other CPUs' requests answered in between.
 */
final class WatchedReplayTest {
  private static final int RUNS = 5;
  private static final int ACTIONS = 3_000;
  private static final String CONTENDED =
      """
      #include "task.h"
      int shared;
      void contend(void)
      {
      	for (;;) {
      		shared = shared + 1;
      		xchg(&shared, 7);
      	}
      }
      """;
  private static final Catalog CATALOG = Catalog.standard();

  @TempDir private Path folder;
  private long stores;
  private long exchanges;

  private ChanceRun contended(long seed) throws IOException {
    Files.writeString(folder.resolve("contended.c"), CONTENDED);
    Path file =
        Files.writeString(
            folder.resolve("contended.conf"),
            """
            title = contended
            kernel = "5.2"
            machine = ${machines.x86_64} { cpus = 3 }
            sources = [ "contended.c" ]
            cpu.0.run = contend
            cpu.1.run = contend
            cpu.2.run = contend
            """);
    return new ChanceRun(
        Bundle.of(CATALOG.scenario(file.toString()).cases().get(0)), seed, ACTIONS);
  }

  private Path written(ChanceRun run) throws IOException {
    Path file = folder.resolve("run.lwr");
    try (RecordingWriter out =
        new RecordingWriter(new BufferedOutputStream(Files.newOutputStream(file)), run.header)) {
      for (TraceRecord record : run.records) {
        out.record(record);
      }
      out.footer(run.footer);
    }
    return file;
  }

  @Test
  void changesAreThoseOfTheStepWhateverHappenedInBetween() throws IOException {
    for (long seed = 0; seed < RUNS; seed++) {
      TraceBuffer trace = new TraceBuffer();
      try (RecordingReader reader = new RecordingReader(written(contended(seed)))) {
        Replayed replayed = RecordingReplay.run(reader, trace, trace);
        CallTree calls = trace.calls().orElseThrow();
        trace.forEachWatched(
            (step, call, before, after) -> {
              change(step, before, after);
              if (step.pc() >= 0 && step.operation() != Operation.RETURN) {
                assertThat(calls.path(call)).isNotEmpty();
              }
            });
        assertThat(replayed.divergence()).isEmpty();
      }
    }
    assertThat(stores).isGreaterThan(500);
    assertThat(exchanges).isGreaterThan(500);
  }

  private void change(StepRecord step, long before, long after) {
    if (step.operation() == Operation.STORE && step.target() >= 0) {
      stores++;
      assertThat(after).as(step.toString()).isEqualTo(step.argument());
    } else if (step.operation() == Operation.XCHG || step.operation() == Operation.CMPXCHG) {
      exchanges++;
      assertThat(before).as(step.toString()).isEqualTo(step.result());
    }
  }
}
