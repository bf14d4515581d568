package lastwords.trace.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.watch.StateWatch;

/**
 * The variables and locks that steps have changed.
 *
 * @param step that changed it, in order
 * @param name of the variable or the lock, as a number in the names; so are the next two
 * @param before the old value: a value, {@code cpu1} or {@code free}
 * @param after the new value
 */
public record ChangeColumns(
    List<Integer> step, List<Integer> name, List<Integer> before, List<Integer> after) {
  static ChangeColumns of(TraceBuffer trace, StepNames names, Numbered texts) throws IOException {
    ChangeColumns columns =
        new ChangeColumns(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    if (trace.calls().isPresent()) {
      trace.forEachWatched(
          (step, call, before, after) -> {
            if (before != after) {
              columns.add((int) (step.seq() - trace.lost()), step, before, after, names, texts);
            }
          });
    }
    return columns;
  }

  private void add(
      int at, StepRecord changing, long was, long is, StepNames names, Numbered texts) {
    boolean lock = StateWatch.changesLock(changing.operation());
    step.add(at);
    name.add(texts.number(names.target(changing)));
    before.add(texts.number(lock ? holder(was) : names.value(was)));
    after.add(texts.number(lock ? holder(is) : names.value(is)));
  }

  private static String holder(long cpu) {
    return cpu < 0 ? "free" : "cpu" + cpu;
  }
}
