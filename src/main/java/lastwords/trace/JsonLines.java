package lastwords.trace;

import java.io.IOException;

/**
 * Steps as JSON, an object a line, fields always in the same order. What does not apply (the CPU of
 * an event that no CPU did) is left out.
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

  /** One step, with the newline at its end. */
  String line(Step step) {
    StringBuilder out = new StringBuilder(160);
    out.append("{\"seq\":").append(step.seq()).append(",\"ns\":").append(step.nanos());
    if (step.cpu() >= 0) {
      out.append(",\"cpu\":").append(step.cpu());
      out.append(",\"context\":\"").append(step.contextWord()).append('"');
    }
    if (step.pc() >= 0) {
      string(out.append(",\"function\":"), names.function(step.pc()));
      string(out.append(",\"file\":"), names.file(step.pc()));
      out.append(",\"line\":").append(names.line(step.pc()));
    }
    out.append(",\"op\":\"").append(step.operation().word()).append('"');
    string(out.append(",\"target\":"), phrases.target(step));
    value(out.append(",\"argument\":"), step.argument());
    value(out.append(",\"result\":"), step.result());
    return out.append("}\n").toString();
  }

  private void value(StringBuilder out, long word) {
    if (StepNames.isPointer(word)) {
      string(out, Phrases.isText(word) ? names.text(word) : names.value(word));
    } else {
      out.append(word);
    }
  }

  private static void string(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(out, text.charAt(i));
    }
    out.append('"');
  }

  private static void character(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      default -> {
        if (c < ' ' || c >= 0x7f) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }
}
