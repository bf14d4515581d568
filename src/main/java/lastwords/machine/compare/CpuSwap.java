package lastwords.machine.compare;

import java.util.List;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.Machine;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.cpu.Liveness;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;

/** Two CPUs swapped: maps every number, mask and pointer, and every word of a machine's state. */
public final class CpuSwap implements CpuPermutation {
  private final Machine machine;
  private final int first;
  private final int second;
  private final WordRoles roles;
  private final Liveness liveness;
  private final CpuTables tables;
  private final long[] initial; // the state before the first step
  private final FunctionInfo firstRuns;
  private final FunctionInfo secondRuns;
  private final int[] addresses; // by address: what it maps to
  private final int[] addressRoles; // of the word at each address
  private final int[] locks; // by lock number: what it maps to

  /**
   * @param entries the function each CPU starts with
   * @param initial the machine's state before the first step
   */
  public CpuSwap(
      Machine machine,
      int first,
      int second,
      List<Integer> entries,
      WordRoles roles,
      long[] initial) {
    this.machine = machine;
    this.first = first;
    this.second = second;
    this.roles = roles;
    this.liveness = Liveness.of(machine.image());
    this.tables = machine.states().cpu(0).core().tables;
    this.initial = initial;
    this.firstRuns = machine.image().functions().get(entries.get(first));
    this.secondRuns = machine.image().functions().get(entries.get(second));
    this.addresses = new int[tables.dataWords];
    this.addressRoles = new int[tables.dataWords];
    this.locks = new int[machine.wiring().locks()];
    layOut();
  }

  private void layOut() {
    for (int address = 0; address < tables.dataWords; address++) {
      int offset = address - tables.globalWords;
      boolean shared = offset < 0;
      addresses[address] = shared ? address : swapped(offset);
      addressRoles[address] =
          shared ? roles.shared(address) : roles.perCpu(offset % tables.perCpuWords);
    }
    for (int address = 0; address < tables.dataWords; address++) {
      int lock = tables.lockAt[address];
      if (lock >= 0) {
        locks[lock] = tables.lockAt[addresses[address]];
      }
    }
  }

  /** The address of the other CPU's copy of a per-CPU word. */
  private int swapped(int offset) {
    int owner = cpu(offset / tables.perCpuWords);
    return tables.globalWords + owner * tables.perCpuWords + offset % tables.perCpuWords;
  }

  /** Do the two functions that CPUs start with have the same code? */
  public static boolean same(KernelImage image, int one, int other) {
    FunctionInfo a = image.functions().get(one);
    FunctionInfo b = image.functions().get(other);
    boolean same = a.end() - a.entry() == b.end() - b.entry() && a.frameWords() == b.frameWords();
    for (int i = 0; same && i < a.end() - a.entry(); i++) {
      for (int word = 0; word < 4; word++) {
        int x = image.code()[4 * (a.entry() + i) + word];
        int y = image.code()[4 * (b.entry() + i) + word];
        same &= x - base(image, a, i, word) == y - base(image, b, i, word);
      }
    }
    return same;
  }

  private static int base(KernelImage image, FunctionInfo function, int i, int word) {
    int op = image.code()[4 * (function.entry() + i)];
    boolean target = op == Op.JMP && word == 1 || (op == Op.JZ || op == Op.JNZ) && word == 2;
    return target ? function.entry() : 0;
  }

  // ---- swapping one item ----

  @Override
  public int cpu(int number) {
    return number == first ? second : number == second ? first : number;
  }

  @Override
  public long mask(long mask) {
    long differ = (mask >>> first ^ mask >>> second) & 1;
    return mask ^ (differ << first | differ << second);
  }

  @Override
  public int pc(int cpu, int pc) {
    if (cpu == first && pc >= firstRuns.entry() && pc < firstRuns.end()) {
      return pc - firstRuns.entry() + secondRuns.entry();
    }
    boolean moves = cpu == second && pc >= secondRuns.entry() && pc < secondRuns.end();
    return moves ? pc - secondRuns.entry() + firstRuns.entry() : pc;
  }

  @Override
  public int address(int address) {
    return address < 0 || address >= addresses.length ? address : addresses[address];
  }

  @Override
  public int lock(int number) {
    return number < 0 || number >= locks.length ? number : locks[number];
  }

  /** Maps the number of a part. */
  public int part(int part) {
    int lock = machine.wiring().lockOf(part);
    return part < tables.cpus ? cpu(part) : lock < 0 ? part : machine.wiring().lock(lock(lock));
  }

  /** Maps a word with this role. */
  long value(int role, long word) {
    int tag = Pointer.tag(word);
    if (tag == Pointer.STACK || tag == Pointer.VARARGS) {
      int owner = cpu(Pointer.stackCpu(word));
      return Pointer.ofStack(tag, owner, Pointer.stackIndex(word)) + Pointer.offset(word);
    }
    return switch (role) {
      case WordRoles.CPU -> word >= 0 && word < tables.cpus ? cpu((int) word) : word;
      case WordRoles.MASK -> mask(word);
      case WordRoles.POINTER -> tag == Pointer.DATA ? pointer(word) : word;
      default -> role >= WordRoles.OWN ? own(role - WordRoles.OWN, word) : word;
    };
  }

  /** Maps the initial value of a CPU's own word. */
  private long own(int offset, long word) {
    int area = machine.offset(machine.wiring().memory()) + tables.globalWords + offset;
    long a = initial[area + first * tables.perCpuWords];
    long b = initial[area + second * tables.perCpuWords];
    return word == a ? b : word == b ? a : word;
  }

  private long pointer(long word) {
    int address = Pointer.object(word);
    return word + ((long) (address(address) - address) << 24);
  }

  /** Maps the word in a slot of a frame that is at this instruction. */
  long slot(int pc, int slot, long word) {
    return value(liveness.isLive(pc, slot) ? roles.slot(pc, slot) : WordRoles.NONE, word);
  }

  /** Maps a word of memory. */
  long word(int address, long word) {
    boolean there = address >= 0 && address < addressRoles.length;
    return value(there ? addressRoles[address] : WordRoles.NONE, word);
  }

  // ---- swapping a state ----

  /**
   * Writes the state with the two CPUs swapped. The initial value of a per-CPU word maps to the
   * initial value of the other CPU's word.
   */
  public void apply(long[] state, long[] image) {
    System.arraycopy(state, 0, image, 0, state.length);
    for (int cpu = 0; cpu < tables.cpus; cpu++) {
      new SwappedCpu(core(cpu), this).write(state, image);
      privates(core(cpu), state, image);
    }
    int memory = machine.offset(machine.wiring().memory());
    for (int address = 0; address < tables.dataWords; address++) {
      int to = addresses[address];
      long word = state[memory + address];
      if (word == 0 && to == address && addressRoles[address] == WordRoles.NONE) {
        continue; // most words: copied as they are
      }
      boolean unchanged = to != address && word == initial[memory + address];
      image[memory + to] = unchanged ? initial[memory + to] : value(addressRoles[address], word);
    }
    machine.states().swap(this, state, image);
  }

  private CpuCore core(int number) {
    return machine.states().cpu(number).core();
  }

  private void privates(CpuCore cpu, long[] state, long[] image) {
    int to = core(cpu(cpu.number)).at;
    for (int i = 0; i < tables.privateWords; i++) {
      int from = CpuWords.PRIVATES + i;
      long word = state[cpu.at + from];
      boolean unchanged = to != cpu.at && word == initial[cpu.at + from];
      image[to + from] = unchanged ? initial[to + from] : value(roles.privates(i), word);
    }
  }
}
