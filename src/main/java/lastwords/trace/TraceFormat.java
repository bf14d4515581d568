package lastwords.trace;

import java.io.IOException;
import java.util.Locale;

/** How a trace is written. Each is a function of the trace alone: equal traces give equal bytes. */
public enum TraceFormat {
  /** For people: a column for each CPU. */
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
  /** The text form of the kernel's tracer. */
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
  /** A JSON object a line, with everything. */
  JSONL {
    @Override
    public void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
      new JsonLines(names).write(trace, out);
    }

    @Override
    String timeless(String line) {
      return line.replaceFirst(",\"ns\":\\d+", "");
    }
  };

  /** Writes all steps. */
  public abstract void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException;

  /** A line without its time. */
  abstract String timeless(String line);

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
