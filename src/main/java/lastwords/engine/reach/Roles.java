package lastwords.engine.reach;

import java.util.List;
import java.util.function.IntPredicate;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.compare.WordRoles;

/**
 * A guess, from a kernel's byte code, of which words hold CPU numbers, masks of CPUs or pointers
 * into a CPU's own area: those to which such values flow from smp_processor_id() by copying alone.
 * A number reached by counting does not qualify.
 */
public final class Roles implements WordRoles {
  private final int[] shared;
  private final int[] perCpu;
  private final int[] privates;
  private final int[][] params; // of each function
  private final int[] returned; // of each function
  private final int[][] slots; // of each instruction
  private final IntPredicate own;
  private boolean changed;

  /**
   * @param own whether a word of the shared per-CPU area, by its offset, has a different initial
   *     value on each CPU, so that the value stands for the CPU
   */
  public Roles(KernelImage image, IntPredicate own) {
    this.own = own;
    shared = new int[image.data().length];
    perCpu = new int[image.perCpu().length];
    privates = new int[image.privates().length];
    slots = new int[image.code().length / 4][];
    List<FunctionInfo> functions = image.functions();
    params = new int[functions.size()][];
    returned = new int[functions.size()];
    for (int f = 0; f < params.length; f++) {
      params[f] = new int[functions.get(f).frameWords()];
    }
    do {
      changed = false;
      for (int f = 0; f < params.length; f++) {
        new RoleFlow(image, this, f).run();
      }
    } while (changed);
  }

  // ---- results of the flows ----

  private void join(int[] roles, int index, int role) {
    if (index >= 0 && index < roles.length && role > roles[index]) {
      roles[index] = role;
      changed = true;
    }
  }

  /** The role of a load from this CPU's area, or of a pointer into it. */
  int loaded(int offset) {
    int role = perCpu(offset);
    boolean begins = offset >= 0 && offset < perCpu.length && own.test(offset);
    return role == NONE && begins ? OWN + offset : role;
  }

  void intoShared(int address, int role) {
    join(shared, address, role);
  }

  void intoPerCpu(int offset, int role) {
    join(perCpu, offset, role);
  }

  void intoPrivate(int offset, int role) {
    join(privates, offset, role);
  }

  void intoParameter(int function, int index, int role) {
    join(params[function], index, role);
  }

  void returns(int function, int role) {
    join(returned, function, role);
  }

  int returned(int function) {
    return returned[function];
  }

  int[] parameters(int function) {
    return params[function].clone();
  }

  /** Do the slots' roles before an instruction add anything new? */
  boolean at(int pc, int[] roles) {
    if (slots[pc] == null) {
      slots[pc] = roles.clone();
      changed = true;
      return true;
    }
    boolean news = false;
    for (int slot = 0; slot < roles.length; slot++) {
      if (roles[slot] > slots[pc][slot]) {
        slots[pc][slot] = roles[slot];
        news = true;
      }
    }
    changed |= news;
    return news;
  }

  int[] slots(int pc) {
    return slots[pc];
  }

  // ---- queries ----

  @Override
  public int shared(int address) {
    return get(shared, address);
  }

  @Override
  public int perCpu(int offset) {
    return get(perCpu, offset);
  }

  @Override
  public int privates(int offset) {
    return get(privates, offset);
  }

  @Override
  public int slot(int pc, int slot) {
    return slots[pc] == null ? NONE : get(slots[pc], slot);
  }

  private static int get(int[] roles, int index) {
    return index >= 0 && index < roles.length ? roles[index] : NONE;
  }
}
