package lastwords.trace.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of a run that is not over. */
final class StorySoFarTest {
  private static final long A_SECOND = 1_000_000_000;

  private static final TraceBuffer ALL = new TraceBuffer();
  private static StepNames names;

  @BeforeAll
  static void run() {
    Setup setup =
        Catalog.standard()
            .scenario("logbuf-scenario-2")
            .variant(Scenario.DEFAULT, Overrides.NONE)
            .setup();
    Machine machine = Simulator.booted(setup);
    names = new StepNames(machine);
    Simulator.run(setup, 1, ALL, new LocalHost(machine));
  }

  /** The story when this much emulated time has passed. */
  private static List<String> told(long nowNanos) throws IOException {
    TraceBuffer some = new TraceBuffer();
    ALL.forEach(
        step -> {
          if (step.nanos() <= nowNanos) {
            some.step(step);
          }
        });
    return Story.soFar(some, names, nowNanos).stream()
        .map(told -> "cpu" + told.moment().cpu() + " " + told.moment().text())
        .toList();
  }

  @Test
  void whatHasJustBegunIsNotTold() throws IOException {
    assertThat(told(11_900))
        .contains("cpu0 panics", "cpu0 sends handle_ipi_cpu_stop() to cpu1")
        .noneMatch(line -> line.contains("spins") || line.contains("taken"));
  }

  @Test
  void whatLastsIsToldWithoutAnEnd() throws IOException {
    assertThat(told(A_SECOND))
        .contains(
            "cpu1 spins, interrupts off",
            "cpu0 spins, interrupts off",
            "cpu1 has not taken handle_ipi_cpu_stop(), which arrives here");
    assertThat(told(2 * A_SECOND))
        .contains("cpu0 waits for 1.07 s")
        .doesNotContain("cpu0 spins, interrupts off")
        .anyMatch(line -> line.startsWith("cpu0 still waits for logbuf_lock, which it holds"));
  }

  @Test
  void aStallIsToldOfItsCpuAlone() throws IOException {
    TraceBuffer trace = new TraceBuffer();
    trace.step(StepRecord.of(0, 10, 1, Operation.STALL, 0, 0, 0));
    trace.step(StepRecord.of(1, 11, -1, Operation.STALL, 0, 0, 0)); // another part is told about it
    assertThat(Story.soFar(trace, names, A_SECOND))
        .extracting(told -> told.moment().cpu() + " " + told.moment().text())
        .containsExactly("1 stalls");
  }
}
