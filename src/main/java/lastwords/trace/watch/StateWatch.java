package lastwords.trace.watch;

import java.util.Arrays;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;

/** Looks at a machine in this process after each of its steps. */
public final class StateWatch {
  private static final int[] NOTHING = {};

  private final Machine machine;
  private final CallTree calls;
  private final long[] words; // earlier contents of memory
  private final int[] holders; // by lock
  private final int[][] stacks; // by CPU, before the step
  private final int[] innermost; // by CPU
  private long before;
  private long after;

  /**
   * @param machine booted, before its first step
   */
  public StateWatch(Machine machine) {
    this.machine = machine;
    KernelImage image = machine.image();
    this.calls = new CallTree(pc -> image.functionAt(pc).entry());
    this.words = new long[machine.memory().variables()];
    Arrays.setAll(words, machine.memory()::word);
    this.holders = new int[machine.wiring().locks()];
    Arrays.setAll(holders, lock -> machine.lock(lock).holder());
    this.stacks = new int[machine.cpus()][];
    Arrays.fill(stacks, NOTHING);
    this.innermost = new int[machine.cpus()];
    Arrays.fill(innermost, CallTree.NOBODY);
  }

  /** Called after a step. */
  public void step(StepRecord step) {
    before = 0;
    after = 0;
    int target = (int) step.target();
    if (step.operation().stores() && step.target() >= 0 && step.target() < words.length) {
      before = words[target];
      after = machine.memory().word(target);
      words[target] = after;
    } else if (changesLock(step) && step.target() >= 0 && step.target() < holders.length) {
      before = holders[target];
      after = machine.lock(target).holder();
      holders[target] = (int) after;
    }
    if (step.pc() >= 0) {
      look(step.cpu());
    }
  }

  /** May it take or release a lock? */
  public static boolean changesLock(StepRecord step) {
    return switch (step.operation()) {
      case LOCK, TRYLOCK, UNLOCK, LOCK_INIT -> true;
      default -> false;
    };
  }

  private void look(int cpu) {
    int[] pcs = machine.cpu(cpu).backtrace();
    if (!alike(pcs, stacks[cpu])) {
      innermost[cpu] = calls.innermost(pcs);
    }
    stacks[cpu] = pcs;
  }

  /** Is the CPU in the same calls, whichever instruction of the innermost one it is at? */
  private boolean alike(int[] one, int[] other) {
    return one.length > 0
        && one.length == other.length
        && Arrays.equals(one, 1, one.length, other, 1, other.length)
        && machine.image().functionAt(one[0]) == machine.image().functionAt(other[0]);
  }

  /**
   * The old value of the word or lock that the last step changed; for a lock, the CPU that held it.
   */
  public long before() {
    return before;
  }

  /** The new value. */
  public long after() {
    return after;
  }

  /** The call that a CPU is in; {@link CallTree#NOBODY} before its first step. */
  public int call(int cpu) {
    return cpu < 0 ? CallTree.NOBODY : innermost[cpu];
  }

  public CallTree calls() {
    return calls;
  }
}
