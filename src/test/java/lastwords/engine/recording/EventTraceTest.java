package lastwords.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.story.Story;
import org.junit.jupiter.api.Test;

/** The trace of a live run, in terms of the events that are steps. */
final class EventTraceTest {
  private final Machine machine =
      Simulator.booted(Catalog.standard().scenario("logbuf-scenario-2").cases().get(0).setup());

  private static PartEvent fault(int part, boolean begins) {
    StepRecord step = StepRecord.of(0, 0, -1, Operation.FAULT, 3, begins ? 1 : 0, 0);
    return new PartEvent(1, 1, part, Kind.FAULT, 0, step, "", List.of());
  }

  @Test
  void aFaultBeginsAndEnds() throws IOException {
    EventTrace trace = new EventTrace(machine);
    TraceBuffer steps = new TraceBuffer();
    trace.line(fault(machine.wiring().uart(0), true), steps);
    trace.line(fault(machine.wiring().uart(0), false), steps);
    StepNames names = new StepNames(machine);
    List<String> told = new ArrayList<>();
    steps.forEach(step -> told.add(names.what(step)));
    assertThat(told).containsExactly("fault rule 3", "fault rule 3 ends");
    assertThat(Story.soFar(steps, names, 1_000))
        .extracting(it -> it.moment().text())
        .containsExactly("fault 3 begins", "fault 3 ends");
  }
}
