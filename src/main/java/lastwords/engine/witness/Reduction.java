package lastwords.engine.witness;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Setup;

/**
 * What is removed from a case: CPUs, their work, faults.
 *
 * @param cpus number of CPUs that are left, the first ones; empty: all
 * @param idle CPUs that do nothing instead of their work
 * @param withoutFaults ids of the faults that do not occur
 */
public record Reduction(
    OptionalInt cpus, SortedSet<Integer> idle, SortedSet<Integer> withoutFaults) {
  /** Nothing is removed. */
  public static final Reduction NONE =
      new Reduction(OptionalInt.empty(), new TreeSet<>(), new TreeSet<>());

  private static final String IDLE = "idle"; // name of the function

  public Reduction {
    idle = Collections.unmodifiableSortedSet(new TreeSet<>(idle));
    withoutFaults = Collections.unmodifiableSortedSet(new TreeSet<>(withoutFaults));
  }

  public Reduction withCpus(int number) {
    return new Reduction(OptionalInt.of(number), idle, withoutFaults);
  }

  public Reduction withIdle(int cpu) {
    return new Reduction(cpus, plus(idle, cpu), withoutFaults);
  }

  public Reduction without(int fault) {
    return new Reduction(cpus, idle, plus(withoutFaults, fault));
  }

  private static SortedSet<Integer> plus(SortedSet<Integer> set, int one) {
    SortedSet<Integer> more = new TreeSet<>(set);
    more.add(one);
    return more;
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Is this possible for the setup at all? */
  public boolean fits(Setup setup) {
    int all = setup.entries().size();
    boolean cpusFit = cpus.isEmpty() || cpus.getAsInt() >= 1 && cpus.getAsInt() <= all;
    boolean idleFit =
        idle.isEmpty()
            || setup.image().function(IDLE).isPresent()
                && idle.first() >= 0
                && idle.last() < cpus.orElse(all);
    return cpusFit && idleFit;
  }

  /** The setup without what is removed. */
  public Setup of(Setup setup) {
    if (isEmpty()) {
      return setup;
    }
    int left = cpus.orElse(setup.entries().size());
    List<Integer> entries = new ArrayList<>(setup.entries().subList(0, left));
    idle.forEach(cpu -> entries.set(cpu, setup.image().function(IDLE).orElseThrow()));
    List<Fault> faults =
        setup.faults().stream()
            .filter(fault -> !withoutFaults.contains(fault.id()))
            .filter(fault -> IntStream.range(left, setup.machine().cpus()).noneMatch(fault::names))
            .toList();
    return new Setup(
        setup.image(),
        setup.machine().withCpus(left),
        entries,
        faults,
        setup.limits(),
        setup.conditions());
  }
}
