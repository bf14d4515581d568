package lastwords.trace.export;

import java.io.IOException;
import java.util.List;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.story.Moment;
import lastwords.trace.story.Told;

/** Comma-separated values (RFC 4180, but with a plain newline at the end of a line). */
final class CsvText {
  private static final List<String> STEP =
      List.of(
          "seq",
          "ns",
          "cpu",
          "context",
          "irqs_off",
          "function",
          "file",
          "line",
          "op",
          "target",
          "argument",
          "result");
  private static final List<String> MOMENT =
      List.of(
          "seq",
          "ns",
          "cpu",
          "context",
          "kind",
          "subject",
          "text",
          "function",
          "place",
          "times",
          "until_ns");

  private CsvText() {}

  static void stepHeading(Appendable out) throws IOException {
    line(out, STEP);
  }

  /** Writes a step; a field that does not apply is empty. */
  static void step(StepRecord step, StepNames names, Appendable out) throws IOException {
    boolean ofCpu = step.cpu() >= 0;
    boolean placed = step.pc() >= 0;
    String place = names.place(step.pc());
    line(
        out,
        List.of(
            Long.toString(step.seq()),
            Long.toString(step.nanos()),
            ofCpu ? Integer.toString(step.cpu()) : "",
            ofCpu ? step.contextWord() : "",
            placed ? ((step.context() & CpuContext.IRQS_OFF) == 0 ? "0" : "1") : "",
            names.function(step.pc()),
            placed ? place.substring(0, place.lastIndexOf(':')) : "",
            placed ? Integer.toString(names.line(step.pc())) : "",
            step.operation().word(),
            names.target(step),
            value(step.argument(), names),
            value(step.result(), names)));
  }

  private static String value(long word, StepNames names) {
    if (!StepNames.isPointer(word)) {
      return Long.toString(word);
    }
    String text = names.textOf(word);
    return text.isEmpty() ? names.value(word) : text;
  }

  static void story(List<Told> story, Appendable out) throws IOException {
    line(out, MOMENT);
    for (Told told : story) {
      moment(told, out);
    }
  }

  private static void moment(Told told, Appendable out) throws IOException {
    Moment moment = told.moment();
    line(
        out,
        List.of(
            Long.toString(moment.seq()),
            Long.toString(moment.nanos()),
            moment.cpu() < 0 ? "" : Integer.toString(moment.cpu()),
            moment.context(),
            moment.kind().word(),
            moment.subject(),
            moment.text(),
            moment.function(),
            moment.place(),
            Integer.toString(told.times()),
            Long.toString(told.untilNanos())));
  }

  private static void line(Appendable out, List<String> values) throws IOException {
    String separator = "";
    for (String value : values) {
      out.append(separator).append(quoted(value));
      separator = ",";
    }
    out.append('\n');
  }

  private static String quoted(String value) {
    boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
