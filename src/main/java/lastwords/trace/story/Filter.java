package lastwords.trace.story;

import java.util.Set;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/** Which moments are told. It remembers whether there were any. */
public final class Filter {
  /** Everything. */
  public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), 0, Long.MAX_VALUE);

  private final Set<Integer> cpus;
  private final Set<String> functions;
  private final Set<String> subjects;
  private final long sinceNanos;
  private final long untilNanos;
  private final boolean all;
  private boolean asked;
  private boolean selected;

  /**
   * @param cpus these CPUs, -1 for what no CPU did; empty: all
   * @param functions in these functions; empty: all
   * @param subjects about these locks, vectors or devices; empty: all
   * @param sinceNanos emulated time of the first
   * @param untilNanos emulated time of the last
   */
  public Filter(
      Set<Integer> cpus,
      Set<String> functions,
      Set<String> subjects,
      long sinceNanos,
      long untilNanos) {
    this.cpus = Set.copyOf(cpus);
    this.functions = Set.copyOf(functions);
    this.subjects = Set.copyOf(subjects);
    this.sinceNanos = sinceNanos;
    this.untilNanos = untilNanos;
    boolean ever = sinceNanos == 0 && untilNanos == Long.MAX_VALUE;
    this.all = ever && cpus.isEmpty() && functions.isEmpty() && subjects.isEmpty();
  }

  /** Is everything wanted? */
  public boolean isAll() {
    return all;
  }

  /** These CPUs, -1 for what no CPU did; empty: all. */
  public Set<Integer> cpus() {
    return cpus;
  }

  /** From this emulated time on. */
  public long sinceNanos() {
    return sinceNanos;
  }

  /** Was it used, without selecting anything? */
  public boolean hasSelectedNothing() {
    return asked && !selected;
  }

  boolean wants(Moment moment) {
    return all
        || noted(
            wants(moment.nanos(), moment.cpu())
                && (functions.isEmpty() || functions.contains(moment.function()))
                && (subjects.isEmpty() || subjects.contains(moment.subject())));
  }

  /** Does it select a step, at the level of every step? */
  public boolean wants(StepRecord step, StepNames names) {
    return all
        || noted(
            wants(step.nanos(), step.cpu())
                && (functions.isEmpty() || functions.contains(names.function(step.pc())))
                && (subjects.isEmpty() || subjects.contains(names.target(step))));
  }

  private boolean noted(boolean wanted) {
    asked = true;
    selected |= wanted;
    return wanted;
  }

  private boolean wants(long nanos, int cpu) {
    return nanos >= sinceNanos && nanos <= untilNanos && (cpus.isEmpty() || cpus.contains(cpu));
  }
}
