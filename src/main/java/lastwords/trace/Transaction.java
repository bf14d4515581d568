package lastwords.trace;

import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts;

/**
 * A CPU's request to a part of the same node and the part's answer, as one record: nothing else can
 * happen to the CPU between the two, so the request and the end of the step are recorded where the
 * operation was performed.
 *
 * @param clock hybrid logical clock of their node
 * @param origin number of that node in its machine
 * @param part the part that was asked
 * @param seq number of the part's event
 * @param draw random number used
 * @param asked emulated ns at which the CPU began the step
 * @param stops does the CPU make a port stop sending, because it is about to be stalled?
 * @param context of the CPU when it asked: 0 task, 1 softirq, 2 hardirq, 3 NMI
 * @param operand first operand of the request
 * @param step of the CPU, as in its ANSWER event
 * @param texts definitions of the texts among operand, target, argument and result
 */
public record Transaction(
    long clock,
    int origin,
    int part,
    long seq,
    long draw,
    long asked,
    boolean stops,
    int context,
    long operand,
    StepRecord step,
    List<Texts.Definition> texts)
    implements TraceRecord {

  @Override
  public List<PartEvent> events() {
    return List.of(
        event(step.cpu(), PartEvent.Kind.ASK, 0, request(), List.of()),
        event(part, PartEvent.Kind.PERFORM, draw, performed(), texts),
        event(step.cpu(), PartEvent.Kind.ANSWER, 0, step, texts));
  }

  private PartEvent event(
      int whose,
      PartEvent.Kind kind,
      long drawn,
      StepRecord what,
      List<Texts.Definition> definitions) {
    return new PartEvent(clock, origin, whose, kind, drawn, what, "", definitions);
  }

  private StepRecord request() {
    return new StepRecord(
        step.seq() - 1,
        asked,
        step.cpu(),
        context,
        step.pc(),
        step.operation(),
        part,
        0,
        stops ? 1 : 0);
  }

  private StepRecord performed() {
    return new StepRecord(
        seq,
        step.nanos(),
        step.cpu(),
        context,
        step.pc(),
        step.operation(),
        step.target(),
        operand,
        step.result());
  }
}
