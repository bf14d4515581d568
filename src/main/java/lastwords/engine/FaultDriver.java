package lastwords.engine;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.Fault;

/** Watches for the places in the code at which faults begin: a function, or a lock being held. */
public final class FaultDriver {
  private final KernelImage image;
  private final List<Fault> placed = new ArrayList<>();
  private final int[] matched;
  private final int[] fired;
  private final boolean[] inside;

  public FaultDriver(KernelImage image, List<Fault> faults) {
    this.image = image;
    faults.stream().filter(it -> it.trigger().placed()).forEach(placed::add);
    matched = new int[placed.size()];
    fired = new int[placed.size()];
    inside = new boolean[placed.size()];
  }

  public boolean isEmpty() {
    return matched.length == 0;
  }

  public int size() {
    return placed.size();
  }

  public Fault fault(int index) {
    return placed.get(index);
  }

  /** Does this fault begin after this step? */
  public boolean fires(
      int index, int cpu, LastStep step, LockHolders holders, long now, long draw) {
    Fault fault = placed.get(index);
    if (!fault.names(cpu) || now < fault.trigger().atNanos()) {
      return false;
    }
    boolean here = here(fault.trigger(), cpu, step, holders);
    boolean entered = here && !inside[index];
    inside[index] = here;
    return entered && passes(fault.trigger(), index, Random.mix(draw, 128 + index));
  }

  private boolean here(Trigger trigger, int cpu, LastStep step, LockHolders holders) {
    if (!trigger.lock().isEmpty()) {
      return holders.holds(cpu, trigger.lock());
    }
    return step.pc() >= 0 && image.functionAt(step.pc()).name().equals(trigger.function());
  }

  private boolean passes(Trigger trigger, int index, long draw) {
    boolean turn = trigger.turn(matched[index]++);
    if (trigger.spent(fired[index]) || !turn || !trigger.lucky(draw)) {
      return false;
    }
    fired[index]++;
    return true;
  }

  /** A fault in words, for the reader of a run. */
  public static String describe(Fault fault) {
    return "fault " + fault.id() + ": " + fault.title();
  }

  /** Which CPU holds which lock, as far as the steps show. */
  public static final class LockHolders {
    private final int[] holder;
    private final String[] names;

    public LockHolders(int locks, java.util.function.IntFunction<String> name) {
      holder = new int[locks];
      names = new String[locks];
      java.util.Arrays.fill(holder, -1);
      for (int i = 0; i < locks; i++) {
        names[i] = name.apply(i);
      }
    }

    public void take(int cpu, LastStep step) {
      Operation operation = step.lastOperation();
      boolean taken =
          (operation == Operation.LOCK || operation == Operation.TRYLOCK) && step.lastResult() != 0;
      boolean freed = operation == Operation.UNLOCK || operation == Operation.LOCK_INIT;
      if (taken || freed) {
        holder[(int) step.lastTarget()] = taken ? cpu : -1;
      }
    }

    boolean holds(int cpu, String lock) {
      for (int i = 0; i < holder.length; i++) {
        if (holder[i] == cpu && names[i].equals(lock)) {
          return true;
        }
      }
      return false;
    }
  }
}
