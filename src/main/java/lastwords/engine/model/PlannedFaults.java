package lastwords.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.store.Ints;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.machine.bus.Trigger;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Setup;

/**
 * The faults of a scenario that do not simply begin at its start: at a time, which in explore may
 * be any moment; at a place in the code, once a step of their CPU has led there; and stalls that
 * end. Their state follows the words of what is in flight. Equivalent to {@link FaultDriver}.
 */
public final class PlannedFaults {
  // ---- words per fault ----
  private static final int TIME = 0; // 1 when its time has come
  private static final int INSIDE = 1; // 1 while its CPU is at the place
  private static final int MATCHED = 2; // how often it got there, as far as that matters
  private static final int FIRED = 3; // how often the fault has struck, up to its limit
  private static final int LASTS = 4; // 1 while it stalls its CPU and will end
  private static final int WORDS = 5;

  private final KernelImage image;
  private final List<Fault> faults;
  private final List<int[]> locks = new ArrayList<>(); // by fault: numbers of its lock
  private final long placed; // mask of CPUs with a place to watch for
  private int at;

  PlannedFaults(Setup setup, Machine machine) {
    image = setup.image();
    faults = setup.faults().stream().filter(PlannedFaults::planned).toList();
    long mask = 0;
    for (Fault fault : faults) {
      locks.add(
          IntStream.range(0, machine.wiring().locks())
              .filter(lock -> machine.lockName(lock).equals(fault.trigger().lock()))
              .toArray());
      mask |= fault.trigger().placed() ? 1L << fault.cpu().orElse(0) : 0;
    }
    placed = mask;
  }

  /**
   * Is the fault of that kind? Whether it strikes then depends on when a step is taken, even if the
   * step touches nothing shared.
   */
  public static boolean planned(Fault fault) {
    boolean timed = fault.timed() && fault.trigger().atNanos() > 0;
    return fault.trigger().placed() || timed || fault.nanos().isPresent();
  }

  /** Number of state words that it needs. */
  int words() {
    return faults.size() * WORDS;
  }

  /** Its words begin at {@code newAt}; no fault has struck yet. */
  void begin(Machine machine, int newAt) {
    at = newAt;
    for (int i = 0; i < faults.size(); i++) {
      machine.state()[word(i, TIME)] = faults.get(i).trigger().atNanos() > 0 ? 0 : 1;
      if (faults.get(i).nanos().isPresent()) {
        machine.cpu(faults.get(i).cpu().orElseThrow()).stallsMayEnd();
      }
    }
  }

  private int word(int index, int word) {
    return at + index * WORDS + word;
  }

  /** Is there a place in the code to watch for in this CPU's steps? */
  boolean watches(int cpu) {
    return (placed >>> cpu & 1) != 0;
  }

  /** The locks on which faults of this CPU depend. */
  int[] locks(int cpu) {
    return IntStream.range(0, faults.size())
        .filter(i -> faults.get(i).names(cpu))
        .flatMap(i -> IntStream.of(locks.get(i)))
        .toArray();
  }

  // ---- what can happen ----

  /** Adds the faults whose time can come: those without a place, or the others. */
  void times(long[] state, boolean places, Ints choices) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (state[word(i, TIME)] == 0 && fault.trigger().placed() == places) {
        choices.add(choice(Kind.FAULT, fault));
      }
    }
  }

  /** Adds the stalls that can end: the short ones, or the others. */
  void ends(long[] state, boolean brief, Ints choices) {
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      if (state[word(i, LASTS)] != 0 && brief(i) == brief) {
        choices.add(choice(Kind.RESUME, fault));
      }
    }
  }

  private static int choice(Kind kind, Fault fault) {
    return Action.packed(kind, fault.cpu().orElse(0), fault.id());
  }

  /** Is there a stall that will end, but is not short? */
  boolean lasts(long[] state) {
    for (int i = 0; i < faults.size(); i++) {
      if (state[word(i, LASTS)] != 0 && !brief(i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Will a stall of this CPU end?
   *
   * @param any otherwise only short ones count
   */
  boolean lasts(long[] state, int cpu, boolean any) {
    for (int i = 0; i < faults.size(); i++) {
      if (faults.get(i).names(cpu) && state[word(i, LASTS)] != 0 && (any || brief(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean brief(int index) {
    return faults.get(index).nanos().orElse(-1) < EnabledActions.LONG_WAIT_NANOS;
  }

  // ---- what happens ----

  /** The fault with this id. */
  Fault fault(int id) {
    return faults.get(index(id));
  }

  private int index(int id) {
    return IntStream.range(0, faults.size())
        .filter(i -> faults.get(i).id() == id)
        .findFirst()
        .orElseThrow();
  }

  /** Its time has come: true if it needs no place and therefore begins. */
  boolean comes(long[] state, int id) {
    state[word(index(id), TIME)] = 1;
    return !fault(id).trigger().placed();
  }

  /** It begins, and may be one that ends. */
  void began(long[] state, Fault fault) {
    if (fault.nanos().isPresent()) {
      state[word(index(fault.id()), LASTS)] = 1;
    }
  }

  void ended(long[] state, int id) {
    state[word(index(id), LASTS)] = 0;
  }

  /** Effect of a CPU's step on the faults that begin at places. */
  final class Steps {
    private boolean chance;

    /** Did chance decide whether a fault struck at the last step? */
    boolean chance() {
      return chance;
    }

    /**
     * A CPU has taken a step: adds the faults that begin then.
     *
     * @param lucky the decision of chance: does the fault strike?
     */
    void made(Machine machine, Cpu cpu, boolean lucky, List<Fault> begin) {
      long[] state = machine.state();
      chance = false;
      for (int i = 0; i < faults.size(); i++) {
        Fault fault = faults.get(i);
        boolean its = fault.trigger().placed() && fault.names(cpu.number());
        if (its && state[word(i, TIME)] != 0 && !spent(state, i)) {
          boolean here = here(machine, cpu, i);
          boolean entered = here && state[word(i, INSIDE)] == 0;
          state[word(i, INSIDE)] = here ? 1 : 0;
          if (entered && passes(state, i, lucky)) {
            begin.add(fault);
          }
        }
      }
    }

    private boolean here(Machine machine, Cpu cpu, int i) {
      Trigger trigger = faults.get(i).trigger();
      if (trigger.lock().isEmpty()) {
        return cpu.pc() >= 0 && image.functionAt(cpu.pc()).name().equals(trigger.function());
      }
      return IntStream.of(locks.get(i))
          .anyMatch(lock -> machine.lock(lock).holder() == cpu.number());
    }

    private boolean passes(long[] state, int i, boolean lucky) {
      Trigger trigger = faults.get(i).trigger();
      long match = state[word(i, MATCHED)];
      boolean turn = match == trigger.space();
      boolean again = match + 1 - trigger.space() == trigger.interval();
      state[word(i, MATCHED)] = again ? trigger.space() : match + 1;
      return turn && comes(trigger, lucky) && fire(state, i);
    }

    private boolean comes(Trigger trigger, boolean lucky) {
      boolean open = trigger.probability() > 0 && trigger.probability() < 100;
      chance |= open;
      return open ? lucky : trigger.probability() > 0;
    }

    private boolean fire(long[] state, int i) {
      if (faults.get(i).trigger().times() != Trigger.UNLIMITED) {
        state[word(i, FIRED)]++;
      }
      if (spent(state, i)) {
        state[word(i, INSIDE)] = 0;
        state[word(i, MATCHED)] = 0;
      }
      return true;
    }
  }

  private boolean spent(long[] state, int i) {
    return faults.get(i).trigger().spent(state[word(i, FIRED)]);
  }
}
