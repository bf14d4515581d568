package lastwords.trace.watch;

import java.util.Arrays;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
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
  private final Change[] performed; // by CPU, for a step that has not ended; otherwise null
  private Change last = Change.NONE;

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
    this.performed = new Change[machine.cpus()];
  }

  /**
   * What a step changed.
   *
   * @param before old value of the word or lock; for a lock, the CPU that held it
   * @param after the new value
   */
  private record Change(long before, long after) {
    static final Change NONE = new Change(0, 0);
  }

  /** See {@link RunWatch#performed}. */
  public void performed(Request request) {
    performed[request.cpu] = change(Operation.of(request.operation), request.target);
  }

  /** Called after a step. */
  public void step(StepRecord step) {
    int cpu = step.cpu();
    if (cpu >= 0 && performed[cpu] != null) {
      last = performed[cpu];
      performed[cpu] = null;
    } else {
      last = change(step.operation(), step.target());
    }
    if (step.pc() >= 0) {
      look(cpu);
    }
  }

  private Change change(Operation operation, long at) {
    int target = (int) at;
    if (operation.stores() && at >= 0 && at < words.length) {
      long before = words[target];
      words[target] = machine.memory().word(target);
      return new Change(before, words[target]);
    }
    if (changesLock(operation) && at >= 0 && at < holders.length) {
      int before = holders[target];
      holders[target] = machine.lock(target).holder();
      return new Change(before, holders[target]);
    }
    return Change.NONE;
  }

  /** May it take or release a lock? */
  public static boolean changesLock(Operation operation) {
    return switch (operation) {
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
    return last.before;
  }

  /** The new value. */
  public long after() {
    return last.after;
  }

  /** The call that a CPU is in; {@link CallTree#NOBODY} before its first step. */
  public int call(int cpu) {
    return cpu < 0 ? CallTree.NOBODY : innermost[cpu];
  }

  public CallTree calls() {
    return calls;
  }
}
