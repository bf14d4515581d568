package lastwords.cli.watch;

import java.util.Arrays;
import java.util.List;
import lastwords.trace.page.StepColumns;
import lastwords.trace.page.TracePage;

/** What each CPU was last seen doing, at each event of a story. */
final class CpuHistory {
  private static final int NOTHING_YET = -1;

  private final StepColumns steps;
  private final List<String> names;
  private final int[][] latest; // by event and CPU: a step

  CpuHistory(TracePage trace, int cpus) {
    this.steps = trace.steps();
    this.names = trace.names();
    this.latest = new int[trace.story().size()][];
    int[] now = new int[cpus];
    Arrays.fill(now, NOTHING_YET);
    int next = 0;
    for (int event = 0; event < latest.length; event++) {
      for (int last = trace.story().get(event).step(); next <= last; next++) {
        note(now, next);
      }
      latest[event] = now.clone();
    }
  }

  /**
   * Records a step that a CPU took itself, by an instruction: events that reach it do not move it.
   */
  private void note(int[] now, int step) {
    int cpu = step < steps.cpu().size() ? steps.cpu().get(step) : NOTHING_YET;
    if (cpu >= 0 && cpu < now.length && steps.line().get(step) > 0) {
      now[cpu] = step;
    }
  }

  /** Its last step; negative if there is none. */
  int latest(int event, int cpu) {
    return latest[event][cpu];
  }

  /** Has the CPU done anything yet? */
  boolean begun(int event, int cpu) {
    return latest[event][cpu] != NOTHING_YET;
  }

  /** Context, interrupts and waiting, as in {@link StepColumns#context()}. */
  int context(int event, int cpu) {
    return begun(event, cpu) ? steps.context().get(latest[event][cpu]) : 0;
  }

  /** Where it is: {@code kmsg_dump() printk.c:817}. */
  String place(int event, int cpu) {
    int step = latest[event][cpu];
    if (step == NOTHING_YET) {
      return "";
    }
    String path = names.get(steps.file().get(step));
    String file = path.substring(path.lastIndexOf('/') + 1);
    return names.get(steps.function().get(step)) + "()  " + file + ":" + steps.line().get(step);
  }

  /** What it did there: {@code lock logbuf_lock}. */
  String deed(int event, int cpu) {
    return begun(event, cpu) ? names.get(steps.what().get(latest[event][cpu])) : "";
  }
}
