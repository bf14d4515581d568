package lastwords.engine.recording;

import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;

/** Describes a recorded step, even an invalid one. */
final class EventWords {
  private final Machine machine;

  EventWords(Machine machine) {
    this.machine = machine;
  }

  String of(StepRecord event) {
    return event.operation().word()
        + " target "
        + word(event.target())
        + " argument "
        + word(event.argument())
        + " result "
        + word(event.result())
        + place(event.pc());
  }

  private String word(long word) {
    String text = machine.texts().text(word);
    return machine.texts().isText(word) ? "\"" + text.strip() + "\"" : Long.toString(word);
  }

  private String place(int pc) {
    boolean code = pc >= 0 && pc < machine.image().code().length / 4;
    if (!code) {
      return pc < 0 ? "" : " at instruction " + pc;
    }
    var function = machine.image().functionAt(pc);
    String path = machine.image().fileAt(pc);
    return " in "
        + function.name()
        + "() "
        + path.substring(path.lastIndexOf('/') + 1)
        + ":"
        + machine.image().lineAt(pc);
  }
}
