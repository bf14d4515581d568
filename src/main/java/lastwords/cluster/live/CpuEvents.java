package lastwords.cluster.live;

import lastwords.cluster.live.LivePart.LocalRequest;
import lastwords.engine.recording.RecordedEvent;
import lastwords.machine.Event;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.PartEvent.Kind;

/** Records what happens to one CPU. */
final class CpuEvents {
  private final PartLink link;
  private final int cpu;

  CpuEvents(PartLink link, int cpu) {
    this.link = link;
    this.cpu = cpu;
  }

  /**
   * Records a request to a part on another node; returns the event's time.
   *
   * @param stop 1 if the request makes a port stop sending, because the CPU is about to be stalled
   */
  long asks(Request request, long now, long stop) {
    StepRecord step =
        new StepRecord(
            link.count(),
            now,
            cpu,
            request.context,
            request.pc,
            Operation.of(request.operation),
            request.part,
            0,
            stop);
    return link.record(Kind.ASK, 0, step, "");
  }

  /**
   * Prepares a request to a part on the CPU's own node, which records request and answer together.
   */
  void asks(LocalRequest request, LastStep step, long now, long stop) {
    request.stops = stop != 0;
    request.asked = now;
    request.seq = link.count() + 1;
    request.context = step.lastContext();
    request.argument = step.lastArgument();
    request.performed = false;
  }

  /** That part has answered, and has recorded both events. */
  void answered() {
    link.recordedElsewhere(2);
  }

  /** Withdraws a request that has not been performed: only the request is recorded. */
  void withdraws(LocalRequest request) {
    request.withdrawn = true;
    asks(request.request, request.asked, request.stops ? 1 : 0);
  }

  /**
   * Records a step.
   *
   * @param kind STEP, or ANSWER if the step needed a part on another node
   */
  void stepped(Kind kind, LastStep step, long now) {
    link.record(kind, 0, step.record(link.count(), now, cpu), "");
  }

  /** Records anything else that happens to the CPU. */
  void happened(Event event, boolean noticed) {
    link.record(RecordedEvent.of(event, noticed), 0, cpu);
  }

  void end() {
    StepRecord step = StepRecord.of(link.count(), link.nanos(), cpu, Operation.END, 0, 0, 0);
    link.record(Kind.END, 0, step, "");
  }
}
