package lastwords.engine.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.engine.reduce.UnfoldedQuotient;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.cpu.Cpu;
import lastwords.outcome.End;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;

/**
 * The states in which a run is over, each with its outcome. Outcomes are distinguished by their
 * summaries. Several workers may judge at the same time, each different states.
 */
public final class TerminalStates {
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int CAUSE_SHIFT = 12;
  private static final int KIND_MASK = (1 << CAUSE_SHIFT) - 1;
  private static final int CAUSE_MASK = 15;
  private static final int MOST = KIND_MASK - 1;
  private static final Cause[] CAUSES = Cause.values();

  private final Setup setup;
  private final StateObserver observer;
  private final boolean symmetric;
  private final Map<String, Integer> kinds = new TreeMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Ints count = new Ints(); // by kind: number of states
  private final Ints imagesAlone = new Ints(); // by kind: states of another kind whose image has it
  private short[][] entries = new short[16][]; // by state: kind + 1, cause
  private short[][] images = new short[16][]; // with symmetry reduction: its image's kind + 1
  private int nodes;
  private int shift; // 1: states are those of the unfolded graph

  /**
   * @param symmetric whether a state also stands for its image
   */
  public TerminalStates(Setup setup, StateObserver observer, boolean symmetric) {
    this.setup = setup;
    this.observer = observer;
    this.symmetric = symmetric;
  }

  /** Sets the number of states; no other thread may be here. */
  public void nodes(int states) {
    nodes = states;
    int blocks = (states + BLOCK - 1) / BLOCK;
    if (blocks > entries.length) {
      entries = Arrays.copyOf(entries, Math.max(blocks, 2 * entries.length));
      images = Arrays.copyOf(images, entries.length);
    }
    for (int block = blocks - 1; block >= 0 && entries[block] == null; block--) {
      entries[block] = new short[BLOCK];
      images[block] = new short[symmetric ? BLOCK : 0];
    }
  }

  /** Are states from now on those of the {@link UnfoldedQuotient} graph? */
  public void unfolded(boolean now) {
    shift = now ? 1 : 0;
  }

  /** The machine is in this state, in which the run is over; it is not an image. */
  public void judge(int state, Machine machine, Cause cause) {
    if (entry(state) != 0) {
      return;
    }
    Outcome outcome = setup.outcome(machine, new Ending(cause, 0, List.of()));
    observer.over(machine, outcome);
    int kind = kind(outcome);
    int number = state >>> shift;
    entries[number >>> BLOCK_BITS][number & BLOCK - 1] =
        (short) (cause.ordinal() << CAUSE_SHIFT | kind + 1);
  }

  /** The machine is in the image of a state in which the run is over. */
  public void judgeImage(int state, Machine machine, Cause cause) {
    int image = imageKind(setup.outcome(machine, new Ending(cause, 0, List.of())), kind(state));
    int number = state >>> shift;
    images[number >>> BLOCK_BITS][number & BLOCK - 1] = (short) (image + 1);
  }

  /** With symmetry reduction: is the outcome of a state's image known? */
  public boolean knowsImage(int state) {
    return image(state) > 0;
  }

  private int image(int state) {
    int number = state >>> shift;
    return images[number >>> BLOCK_BITS][number & BLOCK - 1];
  }

  private synchronized int imageKind(Outcome outcome, int of) {
    int kind = known(outcome);
    imagesAlone.set(kind, imagesAlone.get(kind) + (kind == of ? 0 : 1));
    return kind;
  }

  private synchronized int kind(Outcome outcome) {
    int kind = known(outcome);
    count.set(kind, count.get(kind) + 1);
    return kind;
  }

  private int known(Outcome outcome) {
    int kind = kinds.computeIfAbsent(outcome.summary(), summary -> outcomes.size());
    if (kind == outcomes.size()) {
      if (kind > MOST) {
        throw new IllegalStateException("more than " + MOST + " different outcomes");
      }
      outcomes.add(outcome);
      count.add(0);
      imagesAlone.add(0);
    }
    return kind;
  }

  /** Number of CPUs that wait without a deadline. */
  public static int stuck(Machine machine) {
    int stuck = 0;
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      Cpu one = machine.cpu(cpu);
      stuck += Stuck.is(one) ? 1 : 0;
    }
    return stuck;
  }

  public int kinds() {
    return outcomes.size();
  }

  private int entry(int state) {
    int number = state >>> shift;
    return entries[number >>> BLOCK_BITS][number & BLOCK - 1];
  }

  /** The kind of outcome in a state; -1: the run is not over there. */
  public int kind(int state) {
    int kind = (entry(state) & KIND_MASK) - 1;
    boolean image = (state & shift) != 0 && kind >= 0;
    return image ? image(state) - 1 : kind;
  }

  public Cause cause(int state) {
    return CAUSES[entry(state) >>> CAUSE_SHIFT & CAUSE_MASK];
  }

  public boolean hang(int kind) {
    return outcomes.get(kind).end() == End.HANG;
  }

  public String summary(int kind) {
    return outcomes.get(kind).summary();
  }

  /** In how many states it was found; a state and its image count as one. */
  public int states(int kind) {
    return count.get(kind) + imagesAlone.get(kind);
  }

  public long bytes() {
    return 2L * (nodes + BLOCK);
  }
}
