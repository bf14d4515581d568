package lastwords.trace.story;

import java.util.Set;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/**
 * Which moments are told.
 *
 * @param cpus these CPUs, -1 for what no CPU did; empty: all
 * @param functions in these functions; empty: all
 * @param subjects about these locks, vectors or devices; empty: all
 * @param sinceNanos from this emulated time on
 * @param untilNanos and up to this one
 */
public record Filter(
    Set<Integer> cpus,
    Set<String> functions,
    Set<String> subjects,
    long sinceNanos,
    long untilNanos) {
  /** Everything. */
  public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), 0, Long.MAX_VALUE);

  public Filter {
    cpus = Set.copyOf(cpus);
    functions = Set.copyOf(functions);
    subjects = Set.copyOf(subjects);
  }

  boolean wants(Moment moment) {
    return wants(moment.nanos(), moment.cpu())
        && (functions.isEmpty() || functions.contains(moment.function()))
        && (subjects.isEmpty() || subjects.contains(moment.subject()));
  }

  /** Is it one of the steps that moments of every step are told of? */
  public boolean wants(StepRecord step, StepNames names) {
    return wants(step.nanos(), step.cpu())
        && (functions.isEmpty() || functions.contains(names.function(step.pc())))
        && (subjects.isEmpty() || subjects.contains(names.target(step)));
  }

  private boolean wants(long nanos, int cpu) {
    return nanos >= sinceNanos && nanos <= untilNanos && (cpus.isEmpty() || cpus.contains(cpu));
  }
}
