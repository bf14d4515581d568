package lastwords.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;
import lastwords.json.Json;

/** Formats of a trace. Each is a function of the trace alone: equal traces give equal bytes. */
public enum TraceFormat {
  /** Readable: a column for each CPU. */
  COLUMNS {
    @Override
    public void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
      new Columns(names).write(trace, out);
    }

    /** Columns are as wide as a run needs them, and begin with the time. */
    @Override
    String timeless(String line) {
      String cells = line.startsWith("-") ? "" : line.substring(Math.max(0, line.indexOf('|')));
      return cells.replaceAll("\\s+", " ");
    }
  },
  /** The text format of the kernel's tracer. */
  FTRACE {
    @Override
    public void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
      new Ftrace(names).write(trace, out);
    }

    @Override
    String timeless(String line) {
      return line.replaceFirst("\\s\\d+\\.\\d{9}: ", " ");
    }
  },
  /** A JSON object per line, with everything. */
  JSONL {
    @Override
    public void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
      new JsonLines(names).write(trace, out);
    }

    @Override
    String timeless(String line) {
      return Json.tree(line).map(TraceFormat::withoutTime).orElse(line);
    }
  };

  /** Writes all steps. */
  public abstract void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException;

  private static String withoutTime(JsonNode step) {
    return (step instanceof ObjectNode members ? members.without("ns") : step).toString();
  }

  /** A line without its time. */
  abstract String timeless(String line);

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
