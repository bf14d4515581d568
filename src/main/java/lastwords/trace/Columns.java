package lastwords.trace;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import lastwords.machine.bus.StepRecord;

/**
 * A trace in readable form: time goes down, with a column for each CPU, and one for what no CPU
 * did. Without a clock, steps are counted instead. A cell that is too long for its column is cut;
 * the other formats have all of it.
 */
final class Columns {
  private static final int NARROWEST = 12;
  private static final int WIDEST = 80;
  private static final int USUAL = 44;
  private static final int HIDDEN = -1;
  private static final int LINES_A_PAGE = 1000;
  private static final String TIME_HEADING = "          us ";
  private static final String STEP_HEADING = "        step ";

  private final StepNames names;
  private final Cells cells;
  private final int[] widths; // by CPU; the last one is the machine's
  private boolean timed; // does any step have a time?

  Columns(StepNames names) {
    this.names = names;
    this.cells = new Cells(names);
    this.widths = new int[names.cpus() + 1];
  }

  void write(TraceBuffer trace, Appendable out) throws IOException {
    trace.forEach(this::measure);
    rule(out);
    heading(out);
    rule(out);
    if (trace.lost() > 0) {
      out.append("  ... ")
          .append(Long.toString(trace.lost()))
          .append(" steps before these were not kept\n");
    }
    trace.forEach(step -> row(out, step));
    rule(out);
  }

  private void measure(StepRecord step) {
    widths[column(step)] = Math.max(widths[column(step)], width(step));
    timed |= step.nanos() != 0;
  }

  /**
   * Rows of columns of fixed width, written as they come; the heading is repeated from time to
   * time.
   *
   * @param cpus the columns to show, -1 for the machine's; none: all
   */
  Lines lines(Set<Integer> cpus, Appendable out) {
    Arrays.fill(widths, cpus.isEmpty() ? USUAL : HIDDEN);
    cpus.forEach(this::show);
    timed = true;
    return new Lines(out);
  }

  private void show(int cpu) {
    if (cpu < widths.length - 1) {
      widths[cpu < 0 ? widths.length - 1 : cpu] = USUAL;
    }
  }

  /** Writes rows one by one. */
  final class Lines {
    private final Appendable out;
    private int rows;

    private Lines(Appendable out) {
      this.out = out;
    }

    void row(StepRecord step) throws IOException {
      if (rows++ % LINES_A_PAGE == 0) {
        rule(out);
        heading(out);
        rule(out);
      }
      Columns.this.row(out, step);
    }
  }

  private int column(StepRecord step) {
    return step.cpu() < 0 ? widths.length - 1 : step.cpu();
  }

  private int width(StepRecord step) {
    return Math.min(WIDEST, Math.max(NARROWEST, cell(step).length()));
  }

  private boolean shown(int column) {
    return widths[column] > 0 || widths[column] == 0 && column < widths.length - 1;
  }

  private int width(int column) {
    return Math.max(NARROWEST, widths[column]);
  }

  private void rule(Appendable out) throws IOException {
    out.append("-".repeat(TIME_HEADING.length()));
    for (int column = 0; column < widths.length; column++) {
      if (shown(column)) {
        out.append('+').append("-".repeat(width(column) + 2));
      }
    }
    out.append("+\n");
  }

  private void heading(Appendable out) throws IOException {
    out.append(timed ? TIME_HEADING : STEP_HEADING);
    for (int column = 0; column < widths.length; column++) {
      if (shown(column)) {
        cell(out, column, column == widths.length - 1 ? "machine" : "cpu" + column);
      }
    }
    out.append("|\n");
  }

  private void row(Appendable out, StepRecord step) throws IOException {
    out.append(timed ? Micros.text(step.nanos()) + " " : right(Long.toString(step.seq())));
    for (int column = 0; column < widths.length; column++) {
      if (shown(column)) {
        cell(out, column, column == column(step) ? cell(step) : "");
      }
    }
    out.append("|\n");
  }

  private void cell(Appendable out, int column, String text) throws IOException {
    int width = width(column);
    String fitting = text.length() <= width ? text : text.substring(0, width - 3) + "...";
    out.append("| ").append(fitting).append(" ".repeat(width - fitting.length() + 1));
  }

  private String cell(StepRecord step) {
    return cells.of(step);
  }

  private static String right(String number) {
    return " ".repeat(Math.max(0, TIME_HEADING.length() - 1 - number.length())) + number + " ";
  }
}
