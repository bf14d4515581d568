package lastwords.trace.story;

import java.util.Set;

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
    return moment.nanos() >= sinceNanos
        && moment.nanos() <= untilNanos
        && (cpus.isEmpty() || cpus.contains(moment.cpu()))
        && (functions.isEmpty() || functions.contains(moment.function()))
        && (subjects.isEmpty() || subjects.contains(moment.subject()));
  }
}
