package lastwords.trace;

import lastwords.machine.bus.StepRecord;

/** What a step did and where, in a line for people: {@code [irq] panic:88 store x 1}. */
final class Cells {
  private final StepNames names;
  private final Phrases phrases;

  Cells(StepNames names) {
    this.names = names;
    this.phrases = new Phrases(names);
  }

  String of(StepRecord step) {
    String context = step.interrupted() ? "[" + step.contextWord() + "] " : "";
    String place =
        step.pc() < 0 ? "" : names.function(step.pc()) + ":" + names.line(step.pc()) + "  ";
    return context + place + phrases.of(step);
  }
}
