package lastwords.engine.recording;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lastwords.engine.Simulator;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.machine.text.Texts;
import lastwords.trace.PartEvent;

/**
 * The trace of a live run: those of its events that are steps, in order. A replay makes its trace
 * by the same rules, so the two are equal.
 */
public final class EventTrace {
  private static final Set<Operation> FAULTS =
      EnumSet.of(Operation.FAULT, Operation.STALL, Operation.RESUME);

  private final Machine machine;
  private long lines;

  /**
   * @param header of the run; its kernel is compiled and booted to get names and texts
   */
  public EventTrace(RunHeader header) {
    machine = Simulator.booted(header.bundle().setup()).copy(unused(header));
  }

  /** An origin that no node of the run has. */
  private static int unused(RunHeader header) {
    int origin = Texts.ORIGINS;
    while (origin > 0 && header.origins().containsValue(origin)) {
      origin--;
    }
    return origin;
  }

  EventTrace(Machine machine) {
    this.machine = machine;
  }

  /** A machine that knows the run's names, and the texts of the events so far. */
  public Machine machine() {
    return machine;
  }

  /** Takes the next event, in order of clock and origin. */
  public void accept(PartEvent event, StepSink sink) {
    machine.texts().define(event.texts());
    line(event, sink);
  }

  void line(PartEvent event, StepSink sink) {
    switch (event.kind()) {
      case STEP, ANSWER -> sink.step(event.step().numbered(lines++));
      case DELIVER -> {
        Event.Deliver delivered = RecordedEvent.delivered(event);
        sink.step(delivered.record(event.result() == 1, lines++, event.nanos()));
      }
      case DROPPED ->
          record(event, Operation.DROP, event.cpu(), event.argument(), event.result(), sink);
      case FAULT -> fault(event, sink);
      case ASK, PERFORM, WAKE, TIMEOUT, UART_DONE, ELAPSE, PRESS, END -> {
        // what happens between parts is not a step
      }
    }
  }

  private void fault(PartEvent event, StepSink sink) {
    int cpu = event.part() < machine.cpus() ? event.part() : -1;
    Operation operation = event.step().operation();
    Operation shown = FAULTS.contains(operation) ? operation : Operation.FAULT;
    boolean ends = shown == Operation.FAULT && event.argument() == 0;
    record(event, shown, cpu, ends ? StepRecord.FAULT_ENDS : 0, 0, sink);
  }

  private void record(
      PartEvent event, Operation operation, int cpu, long argument, long result, StepSink sink) {
    long target = event.target();
    sink.step(StepRecord.of(lines++, event.nanos(), cpu, operation, target, argument, result));
  }

  /** Number of lines so far. */
  public long lines() {
    return lines;
  }

  /** Are two contexts the same? Recordings of older versions have no flags in them. */
  static boolean sameContext(int one, int other) {
    return ((one ^ other) & CpuContext.LEVEL) == 0;
  }

  /** Are two words the same? Texts are compared by content. */
  static boolean same(Texts theirs, long one, Texts ours, long other) {
    if (one == other) {
      return true;
    }
    boolean texts = theirs.isText(one) && ours.isText(other);
    return texts
        && List.of(theirs.whole(one), theirs.text(one))
            .equals(List.of(ours.whole(other), ours.text(other)));
  }
}
