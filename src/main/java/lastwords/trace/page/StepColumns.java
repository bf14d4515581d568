package lastwords.trace.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;

/**
 * All steps, with a column for each of their fields.
 *
 * @param nanos emulated time since the step before
 * @param cpu -1 if no CPU did it
 * @param context 0 task, 1 softirq, 2 hardirq, 3 NMI; 4 interrupts off; 16 the CPU begins to wait
 * @param what what it did, as a number in the names; so are the next two
 * @param function in which it did that
 * @param file the source file
 * @param line in that file; 0 if there is no instruction
 */
public record StepColumns(
    List<Long> nanos,
    List<Integer> cpu,
    List<Integer> context,
    List<Integer> what,
    List<Integer> function,
    List<Integer> file,
    List<Integer> line) {
  private static final int WAITS = 16;
  private static final int KNOWN = 7; // context and interrupts off

  private static StepColumns empty() {
    return new StepColumns(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** The columns of a trace. */
  static StepColumns of(TraceBuffer trace, StepNames names, Numbered texts) throws IOException {
    StepColumns columns = empty();
    long[] before = new long[1];
    trace.forEach(
        step -> {
          columns.nanos.add(step.nanos() - before[0]);
          before[0] = step.nanos();
          columns.add(step, names, texts);
        });
    return columns;
  }

  private void add(StepRecord step, StepNames names, Numbered texts) {
    cpu.add(step.cpu());
    context.add(step.context() & KNOWN | (waits(step) ? WAITS : 0));
    what.add(texts.number(names.what(step)));
    function.add(texts.number(names.function(step.pc())));
    file.add(texts.number(names.path(step.pc())));
    line.add(names.line(step.pc()));
  }

  private static boolean waits(StepRecord step) {
    return switch (step.operation()) {
      case SPIN, HALT, DELAY, WATCH, WATCH_LOCK, WATCH_STAGING -> true;
      case LOCK -> step.result() == 0;
      default -> false;
    };
  }
}
