package lastwords.cluster.lockstep;

import lastwords.cluster.spool.EventLog;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.trace.PartEvent;

/** The trace of a machine in lock-step as events: each step is one, at its own number's time. */
public final class StepEvents implements StepSink {
  private final String id;
  private final Machine machine;
  private final EventLog log;
  private final Gate gate;

  public StepEvents(String id, Machine machine, EventLog log, Gate gate) {
    this.id = id;
    this.machine = machine;
    this.log = log;
    this.gate = gate;
  }

  @Override
  public void step(
      long seq,
      long nanos,
      int cpu,
      int context,
      int pc,
      int operation,
      long target,
      long argument,
      long result) {
    gate.await(nanos);
    log.append(
        id,
        new PartEvent(
            seq + 1,
            1,
            Math.max(0, cpu),
            seq,
            PartEvent.Kind.STEP,
            nanos,
            0,
            cpu,
            context,
            pc,
            operation,
            target,
            argument,
            result,
            "",
            machine.texts().definitions(target, argument, result)));
  }
}
