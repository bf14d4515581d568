package lastwords.engine.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;
import lastwords.trace.PartEvent;
import lastwords.trace.watch.RunWatch;

/**
 * Replays a run in lock-step: simulates it from its seed, and compares the steps with those
 * recorded.
 */
final class LockStepReplay implements StepSink {
  private final RecordingReader reader;
  private final StepSink sink;
  private final Setup setup;
  private final Machine machine;
  private final EventTrace recorded; // knows the recording's texts
  private Optional<Divergence> divergence = Optional.empty();
  private long events;

  LockStepReplay(RecordingReader reader, StepSink sink, RunWatch watch) {
    this.reader = reader;
    this.sink = sink;
    this.setup = reader.header().bundle().setup();
    this.machine = Simulator.booted(setup);
    this.recorded = new EventTrace(reader.header());
    watch.watch(machine);
  }

  Replayed run() throws IOException {
    RunResult result = simulate();
    Optional<PartEvent> more = divergence.isEmpty() ? reader.next() : Optional.empty();
    more.ifPresent(event -> differs(event, "the run was over"));
    boolean whole = reader.footer().isPresent() || divergence.isPresent();
    return new Replayed(
        reader.header(),
        machine,
        result,
        reader.footer().map(RunFooter::result),
        events,
        divergence,
        whole ? List.of() : List.of("the recording ends after event " + events));
  }

  private RunResult simulate() throws IOException {
    try {
      return Simulator.run(setup, reader.header().seed(), this, new LocalHost(machine));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void step(StepRecord step) {
    sink.step(step);
    Optional<PartEvent> next = divergence.isEmpty() ? next() : Optional.empty();
    if (next.isEmpty()) {
      return;
    }
    PartEvent event = next.get();
    events++;
    recorded.accept(event, StepSink.NONE);
    if (!same(event.step(), step)) {
      differs(event, new EventWords(machine).of(step));
    }
  }

  private Optional<PartEvent> next() {
    try {
      return reader.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean same(StepRecord event, StepRecord came) {
    return event.cpu() == came.cpu()
        && event.nanos() == came.nanos()
        && EventTrace.sameContext(event.context(), came.context())
        && event.pc() == came.pc()
        && event.operation() == came.operation()
        && same(event.target(), came.target())
        && same(event.argument(), came.argument())
        && same(event.result(), came.result());
  }

  private boolean same(long theirs, long ours) {
    return EventTrace.same(recorded.machine().texts(), theirs, machine.texts(), ours);
  }

  private void differs(PartEvent event, String came) {
    String what = new EventWords(recorded.machine()).of(event.step());
    String who = event.cpu() < 0 ? "the machine" : "cpu-" + event.cpu();
    divergence = Optional.of(new Divergence(events, who, event.seq(), event.nanos(), what, came));
  }
}
