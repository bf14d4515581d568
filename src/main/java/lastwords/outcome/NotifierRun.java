package lastwords.outcome;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.Machine;

/**
 * A panic notifier that was called.
 *
 * @param name of its callback
 * @param nanos how long it took, or has taken so far; -1 if there is no clock
 * @param over has it returned?
 */
public record NotifierRun(String name, long nanos, boolean over) {
  /** The notifiers of a machine whose run was over at this time, in order. */
  public static List<NotifierRun> of(Machine machine, long end) {
    List<String> names = machine.firmware().notifiers();
    List<String> times = machine.firmware().notifierTimes();
    List<NotifierRun> runs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      boolean over = i < machine.firmware().notified();
      boolean timed = times.size() > 2 * i;
      long came = over && times.size() > 2 * i + 1 ? Long.parseLong(times.get(2 * i + 1)) : end;
      long took = timed ? came - Long.parseLong(times.get(2 * i)) : -1;
      runs.add(new NotifierRun(names.get(i), took, over));
    }
    return runs;
  }
}
