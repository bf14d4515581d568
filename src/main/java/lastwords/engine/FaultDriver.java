package lastwords.engine;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.bus.FaultRule.Kind;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;

/** Watches for the places in the code at which a fault begins: a function, or a lock being held. */
public final class FaultDriver {
  private final KernelImage image;
  private final List<FaultRule> placed = new ArrayList<>();
  private final int[] matched;
  private final int[] fired;
  private final boolean[] inside;

  public FaultDriver(KernelImage image, List<FaultRule> rules) {
    this.image = image;
    rules.stream().filter(FaultDriver::placed).forEach(placed::add);
    matched = new int[placed.size()];
    fired = new int[placed.size()];
    inside = new boolean[placed.size()];
  }

  /** Does the fault begin at a place in the code? */
  public static boolean placed(FaultRule rule) {
    return !rule.function().isEmpty() || !rule.lock().isEmpty();
  }

  /** Does the fault begin at a time (or at the start), at a part? */
  public static boolean timed(FaultRule rule) {
    return !placed(rule)
        && switch (rule.kind()) {
          case DROP_INTERRUPT, DELAY_INTERRUPT, DUPLICATE_INTERRUPT, REORDER_INTERRUPT -> false;
          default -> true;
        };
  }

  public boolean isEmpty() {
    return placed.isEmpty();
  }

  public int size() {
    return placed.size();
  }

  public FaultRule rule(int index) {
    return placed.get(index);
  }

  /** Does this rule fire after this step? */
  public boolean fires(
      int index, int cpu, StepReport step, LockHolders holders, long now, long draw) {
    FaultRule rule = placed.get(index);
    if (rule.cpu() != cpu || now < rule.atNanos()) {
      return false;
    }
    boolean here = here(rule, cpu, step, holders);
    boolean entered = here && !inside[index];
    inside[index] = here;
    return entered && passes(rule, index, Random.mix(draw, 128 + index));
  }

  private boolean here(FaultRule rule, int cpu, StepReport step, LockHolders holders) {
    if (!rule.lock().isEmpty()) {
      return holders.holds(cpu, rule.lock());
    }
    return step.nextPc >= 0 && image.functionAt(step.nextPc).name().equals(rule.function());
  }

  private boolean passes(FaultRule rule, int index, long draw) {
    int match = matched[index]++;
    boolean spent = rule.times() >= 0 && fired[index] >= rule.times();
    boolean turn =
        match >= rule.space() && (match - rule.space()) % Math.max(1, rule.interval()) == 0;
    if (spent || !turn || Long.remainderUnsigned(draw, 100) >= rule.probability()) {
      return false;
    }
    fired[index]++;
    return true;
  }

  /** A fault in words, for the reader of a run. */
  public static String describe(FaultRule rule) {
    String who =
        rule.kind() == Kind.STALL_CPU || rule.kind() == Kind.CORRUPT_IDT ? " cpu" + rule.cpu() : "";
    return "fault "
        + rule.id()
        + ": "
        + rule.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
        + who;
  }

  /** Which CPU holds which lock, as the steps tell. */
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

    public void take(int cpu, StepReport step) {
      Operation operation = Operation.of(step.operation);
      boolean taken =
          (operation == Operation.LOCK || operation == Operation.TRYLOCK) && step.result != 0;
      boolean freed = operation == Operation.UNLOCK || operation == Operation.LOCK_INIT;
      if (taken || freed) {
        holder[(int) step.target] = taken ? cpu : -1;
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
