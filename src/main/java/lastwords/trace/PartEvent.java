package lastwords.trace;

import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts;

/**
 * One thing that happened to one part of a machine that runs live. All of them, in order of clock,
 * are the machine's recording: each part's part of them is all that it got to know.
 *
 * @param clock hybrid logical clock of the node that the part lives on: rising there, unique but
 *     for the events of a {@link Transaction}, and greater than that of whatever caused it
 * @param origin number of that node in its machine, from 1 on: orders equal clocks
 * @param part the part that it happened to: see {@link lastwords.machine.bus.Wiring}
 * @param kind what happened
 * @param draw random number for what was done
 * @param step what happened, as a step; its {@code seq} counts each part's events from 0, without
 *     gaps, its {@code nanos} are those at which the part was told. {@code cpu} PERFORM: the CPU
 *     that asked; else the part itself when it is one, else -1. {@code operation} PERFORM: what was
 *     asked. {@code target} DELIVER: the vector; FAULT, PRESS: the fault's number. {@code argument}
 *     DELIVER: the sender or -1; UART_DONE: characters; FAULT, PRESS: 1 when it begins, 0 when it
 *     ends. {@code result} DELIVER: 1 when notice was taken of it
 * @param note FAULT, PRESS: the fault as JSON; else empty
 * @param texts what texts among target, argument and result mean
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
  /** What can happen to a part. */
  public enum Kind {
    /** To a CPU: it made a step by itself. A line of the trace. */
    STEP,
    /** To a CPU: it began a step and asked another part, whose number is {@code target}. */
    ASK,
    /** To a CPU: the answer came and ended its step. A line of the trace. */
    ANSWER,
    /** To another part: it did what a CPU asked for. */
    PERFORM,
    /** To a CPU: an interrupt reached it. A line of the trace. */
    DELIVER,
    /** To a CPU: what it waits for has changed. */
    WAKE,
    /** To a CPU: its deadline has passed. */
    TIMEOUT,
    /** To a CPU: its text is out. */
    UART_DONE,
    /** To a serial port: its time has come. */
    ELAPSE,
    /** To any part: a fault begins or ends there. A line of the trace. */
    FAULT,
    /** To the firmware and the interrupt controller: somebody presses the NMI button. */
    PRESS,
    /** To the interrupt controller: a fault lost this interrupt. A line of the trace. */
    DROPPED,
    /** To any part: the run is over; it has no more events. */
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

  /** The same with what another machine did. */
  public PartEvent with(StepRecord came) {
    return new PartEvent(clock, origin, part, kind, draw, came, note, texts);
  }
}
