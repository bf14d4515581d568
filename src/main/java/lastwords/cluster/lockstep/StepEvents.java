package lastwords.cluster.lockstep;

import java.util.List;
import lastwords.cluster.spool.EventLog;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.machine.text.Texts;
import lastwords.trace.PartEvent;

/**
 * Records the trace of a machine in lock-step: each step is an event, with its number as the clock.
 */
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
  public void step(StepRecord step) {
    gate.await(step.nanos());
    int part = Math.max(0, step.cpu());
    List<Texts.Definition> texts =
        machine.texts().definitions(step.target(), step.argument(), step.result());
    log.append(id, new PartEvent(step.seq() + 1, 1, part, PartEvent.Kind.STEP, 0, step, "", texts));
  }
}
