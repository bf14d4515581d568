package lastwords.trace;

import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts;

/**
 * An event at a part of a machine that runs live. All events, in order of clock, are the machine's
 * recording; those of a part are all that it received.
 *
 * @param clock hybrid logical clock of the part's node: increasing there, unique except for the
 *     events of a {@link Transaction}, and greater than that of the event's cause
 * @param origin number of that node in its machine, from 1 on: orders equal clocks
 * @param part the part at which it happened: see {@link lastwords.machine.bus.Wiring}
 * @param kind what happened
 * @param draw random number used
 * @param step what happened, as a step; its {@code seq} counts each part's events from 0, without
 *     gaps, its {@code nanos} is the time at which the part received it. {@code cpu} PERFORM: the
 *     requesting CPU; otherwise the part itself if it is a CPU, or -1. {@code operation} PERFORM:
 *     the requested operation. {@code target} DELIVER: the vector; FAULT, PRESS: the fault's id.
 *     {@code argument} DELIVER: the sender or -1; UART_DONE: characters; FAULT, PRESS: 1 if it
 *     begins, 0 if it ends. {@code result} DELIVER: 0 if the part ignored it, otherwise 1
 * @param note FAULT, PRESS: the fault as JSON; otherwise empty
 * @param texts definitions of the texts among target, argument and result
 */
public record PartEvent(
    long clock,
    int origin,
    int part,
    Kind kind,
    long draw,
    StepRecord step,
    String note,
    List<Texts.Definition> texts)
    implements TraceRecord {
  /** Kinds of event. */
  public enum Kind {
    /** At a CPU: it took a step by itself. A line of the trace. */
    STEP,
    /**
     * At a CPU: it began a step and made a request to another part, whose number is {@code target}.
     */
    ASK,
    /** At a CPU: the answer arrived and ended its step. A line of the trace. */
    ANSWER,
    /** At another part: it performed a CPU's request. */
    PERFORM,
    /** At a CPU: an interrupt reached it. A line of the trace. */
    DELIVER,
    /** At a CPU: what it waits for has changed. */
    WAKE,
    /** At a CPU: its deadline has passed. */
    TIMEOUT,
    /** At a CPU: its text has been sent. */
    UART_DONE,
    /** At a serial port: the time that it asked for has come. */
    ELAPSE,
    /** At any part: a fault begins or ends there. A line of the trace. */
    FAULT,
    /** At the firmware and the interrupt controller: the NMI button is pressed. */
    PRESS,
    /** At the interrupt controller: a fault lost this interrupt. A line of the trace. */
    DROPPED,
    /** At any part: the run is over; there are no more events. */
    END
  }

  @Override
  public List<PartEvent> events() {
    return List.of(this);
  }

  public long seq() {
    return step.seq();
  }

  public long nanos() {
    return step.nanos();
  }

  public int cpu() {
    return step.cpu();
  }

  public long target() {
    return step.target();
  }

  public long argument() {
    return step.argument();
  }

  public long result() {
    return step.result();
  }

  /** The same event with the step of another machine. */
  public PartEvent with(StepRecord came) {
    return new PartEvent(clock, origin, part, kind, draw, came, note, texts);
  }
}
