package lastwords.cluster.live;

import lastwords.cluster.live.LivePart.LocalRequest;
import lastwords.engine.recording.RecordedEvent;
import lastwords.machine.Event;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.PartEvent.Kind;

/** What happens to one CPU, as it is written down. */
final class CpuEvents {
  private final PartLink link;
  private final int cpu;

  CpuEvents(PartLink link, int cpu) {
    this.link = link;
    this.cpu = cpu;
  }

  /**
   * The CPU asks a part of another node; the answer is the event's time.
   *
   * @param stop 1 when it makes a port stop sending, because it is to be stalled
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

  /** The CPU asks a part of its own node, which records that together with its answer. */
  void asks(LocalRequest request, LastStep step, long now, long stop) {
    request.stops = stop != 0;
    request.asked = now;
    request.seq = link.count() + 1;
    request.context = step.lastContext();
    request.argument = step.lastArgument();
    request.performed = false;
  }

  /** That part has answered. */
  void answered() {
    link.recordedElsewhere(2);
  }

  /** The CPU does not wait for that answer any more: its question is all that is recorded. */
  void withdraws(LocalRequest request) {
    request.withdrawn = true;
    asks(request.request, request.asked, request.stops ? 1 : 0);
  }

  /**
   * The CPU has made a step.
   *
   * @param kind STEP, or ANSWER when it took a part of another node
   */
  void stepped(Kind kind, LastStep step, long now) {
    link.record(kind, 0, step.record(link.count(), now, cpu), "");
  }

  /** Something else has happened to it. */
  void happened(Event event, boolean noticed) {
    link.record(RecordedEvent.of(event, noticed), 0, cpu);
  }

  void end() {
    StepRecord step = StepRecord.of(link.count(), link.nanos(), cpu, Operation.END, 0, 0, 0);
    link.record(Kind.END, 0, step, "");
  }
}
