package lastwords.engine.model;

import java.util.Arrays;
import java.util.stream.IntStream;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.scenario.expect.Budget;

/**
 * What is in flight in a machine: how many interrupts of each vector for each CPU, the vector of
 * each CPU's timer, and how many faults of the budget are left. These words follow those of the
 * machine's parts. Interrupts without a handler are not kept. At most {@link #MOST} of a vector are
 * in flight to a CPU; further ones are merged with them, just as hardware merges an interrupt that
 * is sent again before the first is taken.
 */
public final class InFlight {
  /** Maximum number of interrupts of one vector in flight to one CPU. */
  static final long MOST = 3;

  private static final int BUDGET_WORDS = 2; // stalls, drops
  private static final int VECTORS = 256;

  private final int[] vectors;
  private final int[] indexOf = new int[VECTORS];
  private final int cpus;
  private int at; // index of the first word
  private int timers;
  private int budget;
  private final int more;

  /**
   * @param more words after its own
   */
  InFlight(KernelImage image, int cpus, int more) {
    this.cpus = cpus;
    this.more = more;
    vectors =
        image.functions().stream()
            .mapToInt(FunctionInfo::vector)
            .filter(it -> it >= 0 && it < VECTORS)
            .sorted()
            .distinct()
            .toArray();
    Arrays.fill(indexOf, -1);
    IntStream.range(0, vectors.length).forEach(i -> indexOf[vectors[i]] = i);
  }

  /** Makes room for its words in a machine in which nothing is in flight. */
  void begin(Machine machine, Budget faults) {
    at = machine.extend(words());
    timers = at + cpus * vectors.length;
    budget = timers + cpus;
    machine.state()[budget] = faults.stalls();
    machine.state()[budget + 1] = faults.drops();
  }

  /** Number of state words that it needs, including those after its own. */
  int words() {
    return cpus * (vectors.length + 1) + BUDGET_WORDS + more;
  }

  /** Where the words after its own begin. */
  int more() {
    return budget + BUDGET_WORDS;
  }

  /** Where its words begin. */
  int at() {
    return at;
  }

  int[] vectors() {
    return vectors;
  }

  void send(long[] state, int cpu, int vector) {
    int index = vector >= 0 && vector < VECTORS ? indexOf[vector] : -1;
    if (index >= 0) {
      int slot = at + cpu * vectors.length + index;
      state[slot] = Math.min(MOST, state[slot] + 1);
    }
  }

  void arrive(long[] state, int cpu, int vector) {
    state[at + cpu * vectors.length + indexOf[vector]]--;
  }

  boolean onItsWay(long[] state, int cpu, int index) {
    return state[at + cpu * vectors.length + index] != 0;
  }

  boolean anyOnItsWay(long[] state) {
    for (int i = at; i < timers; i++) {
      if (state[i] != 0) {
        return true;
      }
    }
    return false;
  }

  /** The vector of a CPU's timer; -1: not set. */
  int timer(long[] state, int cpu) {
    return (int) state[timers + cpu] - 1;
  }

  void setTimer(long[] state, int cpu, int vector) {
    state[timers + cpu] = vector + 1;
  }

  /** Swaps two CPUs. */
  public void swap(int first, int second, long[] state) {
    for (int i = 0; i < vectors.length; i++) {
      exchange(state, at + first * vectors.length + i, at + second * vectors.length + i);
    }
    exchange(state, timers + first, timers + second);
  }

  private static void exchange(long[] state, int one, int other) {
    long word = state[one];
    state[one] = state[other];
    state[other] = word;
  }

  long stallsLeft(long[] state) {
    return state[budget];
  }

  void countStall(long[] state) {
    state[budget]--;
  }

  long dropsLeft(long[] state) {
    return state[budget + 1];
  }

  void countDrop(long[] state) {
    state[budget + 1]--;
  }
}
