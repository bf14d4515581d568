package lastwords.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import lastwords.json.Json;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.StepRecord;

/**
 * Steps as JSON, one object per line, with fields always in the same order. A field that does not
 * apply (such as the CPU of an event that no CPU did) is left out.
 */
final class JsonLines {
  private final Phrases phrases;
  private final StepNames names;

  JsonLines(StepNames names) {
    this.names = names;
    this.phrases = new Phrases(names);
  }

  void write(TraceBuffer trace, Appendable out) throws IOException {
    trace.forEach(step -> out.append(line(step)));
  }

  /** One step, including the newline. */
  String line(StepRecord step) {
    return Json.object(to -> members(step, to)) + '\n';
  }

  private void members(StepRecord step, JsonGenerator to) throws IOException {
    to.writeNumberField("seq", step.seq());
    to.writeNumberField("ns", step.nanos());
    if (step.cpu() >= 0) {
      to.writeNumberField("cpu", step.cpu());
      to.writeStringField("context", step.contextWord());
      if ((step.context() & CpuContext.IRQS_OFF) != 0) {
        to.writeBooleanField("irqsOff", true);
      }
    }
    if (step.pc() >= 0) {
      to.writeStringField("function", names.function(step.pc()));
      to.writeStringField("file", names.file(step.pc()));
      to.writeNumberField("line", names.line(step.pc()));
    }
    to.writeStringField("op", step.operation().word());
    to.writeStringField("target", phrases.target(step));
    value(to, "argument", step.argument());
    value(to, "result", step.result());
  }

  private void value(JsonGenerator to, String name, long word) throws IOException {
    if (StepNames.isPointer(word)) {
      to.writeStringField(name, Phrases.isText(word) ? names.text(word) : names.value(word));
    } else {
      to.writeNumberField(name, word);
    }
  }
}
