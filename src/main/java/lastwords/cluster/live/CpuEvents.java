package lastwords.cluster.live;

import lastwords.engine.StepReport;
import lastwords.json.Json;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.fault.Fault;
import lastwords.trace.PartEvent.Kind;

/** What happens to one CPU, as it is written down. */
final class CpuEvents {
  private static final int NOWHERE = -1; // program counter of what is no step

  private final PartLink link;
  private final int cpu;

  CpuEvents(PartLink link, int cpu) {
    this.link = link;
    this.cpu = cpu;
  }

  /**
   * The CPU asks for an operation; the answer is the event's time.
   *
   * @param stop 1 when it makes a port stop sending, because it is to be stalled
   */
  long asks(Request request, long now, long stop) {
    return link.record(
        Kind.ASK,
        now,
        0,
        cpu,
        request.context,
        request.pc,
        request.operation,
        request.part,
        0,
        stop,
        "");
  }

  /**
   * The CPU has made a step.
   *
   * @param kind STEP, or ANSWER when it took another part
   */
  void stepped(Kind kind, StepReport report, long now) {
    link.record(
        kind,
        now,
        0,
        cpu,
        report.context,
        report.pc,
        report.operation,
        report.target,
        report.argument,
        report.result,
        "");
  }

  void delivered(long vector, long source, boolean noticed) {
    Operation operation = noticed ? Operation.DELIVER : Operation.DROP;
    write(Kind.DELIVER, operation.ordinal(), vector, source, noticed ? 1 : 0, "");
  }

  void woken() {
    write(Kind.WAKE, Operation.WAKE.ordinal(), 0, 0, 0, "");
  }

  void uartDone(long value) {
    write(Kind.UART_DONE, Operation.WAKE.ordinal(), 0, value, 0, "");
  }

  void timeout() {
    write(Kind.TIMEOUT, 0, 0, 0, 0, "");
  }

  void fault(Fault fault, boolean begins) {
    int operation = fault.operation(begins).ordinal();
    write(Kind.FAULT, operation, fault.id(), begins ? 1 : 0, 0, Json.of(fault));
  }

  void end() {
    write(Kind.END, 0, 0, 0, 0, "");
  }

  private void write(
      Kind kind, int operation, long target, long argument, long result, String note) {
    long now = link.nanos();
    link.record(kind, now, 0, cpu, 0, NOWHERE, operation, target, argument, result, note);
  }
}
