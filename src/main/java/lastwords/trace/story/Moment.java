package lastwords.trace.story;

import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/**
 * One line of a story.
 *
 * @param seq number of the step that it is about
 * @param nanos emulated time at which that step began
 * @param cpu -1 if no CPU did it
 * @param context {@code task}, {@code softirq}, {@code irq} or {@code nmi}
 * @param kind what it is about
 * @param subject the lock, vector or device that it is about; empty if there is none
 * @param text what happened, without the CPU: {@code waits for logbuf_lock, which cpu1 holds}
 * @param function the function in which it happened; empty if there is no instruction
 * @param place {@code printk.c:447}; likewise
 */
public record Moment(
    long seq,
    long nanos,
    int cpu,
    String context,
    Kind kind,
    String subject,
    String text,
    String function,
    String place) {
  /** The moment of a step. */
  static Moment of(StepRecord step, StepNames names, Kind kind, String subject, String text) {
    return new Moment(
        step.seq(),
        step.nanos(),
        step.cpu(),
        step.contextWord(),
        kind,
        subject,
        text,
        names.function(step.pc()),
        names.place(step.pc()));
  }

  /** The moment of a step that is about another instruction than its own; pc -1: about none. */
  static Moment at(int pc, StepRecord step, StepNames names, Kind kind, String text) {
    return new Moment(
        step.seq(),
        step.nanos(),
        step.cpu(),
        step.contextWord(),
        kind,
        "",
        text,
        names.function(pc),
        names.place(pc));
  }

  Moment withoutPlace() {
    return new Moment(seq, nanos, cpu, context, kind, subject, text, function, "");
  }

  /**
   * Two moments are iterations of one loop if their keys are equal: the same event at the same
   * place, regardless of numbers; but a fault's number is its name.
   */
  String key() {
    String what = kind == Kind.FAULT ? text : text.replaceAll("\\d+", "#");
    return kind + "|" + place + "|" + what;
  }

  Moment with(String newText) {
    return new Moment(seq, nanos, cpu, context, kind, subject, newText, function, place);
  }

  /** Does its place matter? A message always comes from printk(). */
  public boolean hasPlace() {
    return kind != Kind.MESSAGE && kind != Kind.CONSOLE && !place.isEmpty();
  }
}
