package lastwords.trace;

import lastwords.machine.bus.StepRecord;

/** A step's operation and place, in one readable line: {@code [irq] panic:88 store x 1}. */
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
