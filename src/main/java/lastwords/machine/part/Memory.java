package lastwords.machine.part;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Footprint;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Request;
import lastwords.machine.layout.Blueprint;
import lastwords.machine.layout.Changes;
import lastwords.machine.layout.Narrow;
import lastwords.machine.text.TextOps;

/**
 * The kernel's shared variables, one word each, sequentially consistent. It also wakes CPUs that
 * wait for a word to change, and performs the text operations whose source or target is a shared
 * char array.
 */
public final class Memory implements Part {
  /** Number of words that one CPU can wait for at a time. */
  static final int WATCHES = 8;

  /** TEXT: returns the character that the target points to. */
  public static final int LOAD_CHARACTER = -1;

  /** TEXT: sets the character that the target points to to {@code a}. */
  public static final int STORE_CHARACTER = -2;

  private static final int WRITES = 64;

  /** Which CPU waits for what. */
  @FunctionalInterface
  public interface Waiting {
    /** Does a CPU wait for the word at this address to change? */
    boolean waits(int cpu, int address);
  }

  private final Blueprint blueprint;
  private final int length;
  private final int cpus;
  private final TextOps textOps;
  private long[] state;
  private int at;
  private int watchBase;
  private int watchMask;
  private final int[] written = new int[WRITES]; // addresses, since tracking began
  private int writes; // above WRITES: some are missing from the log
  private Footprint footprint = new Footprint(false);

  public Memory(Blueprint blueprint, TextOps textOps) {
    this.blueprint = blueprint;
    this.length = blueprint.tables.dataWords;
    this.cpus = blueprint.config.cpus();
    this.textOps = textOps;
  }

  @Override
  public int words() {
    return length + cpus * WATCHES + 1;
  }

  /** Number of words that are the kernel's variables; those after them hold who waits. */
  public int variables() {
    return length;
  }

  @Override
  public void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
    watchBase = at + length;
    watchMask = watchBase + cpus * WATCHES;
  }

  @Override
  public void reset() {
    System.arraycopy(blueprint.data(), 0, state, at, length);
    java.util.Arrays.fill(state, watchBase, watchMask + 1, 0);
  }

  /** From now on, records what is read or written in this footprint. */
  public void leave(Footprint trail) {
    footprint = trail;
  }

  @Override
  public void perform(Request request, long now, long draw, Effects effects) {
    int address = (int) request.target;
    switch (Operation.of(request.operation)) {
      case LOAD -> request.result = read(address);
      case STORE -> write(address, request.a, effects);
      case XCHG -> modify(request, request.a, effects);
      case CMPXCHG -> compareAndExchange(request, effects);
      case ADD -> modify(request, read(address) + request.a, effects);
      case OR -> modify(request, read(address) | request.a, effects);
      case AND -> modify(request, read(address) & request.a, effects);
      case TEXT -> text(request, effects);
      case WATCH -> request.result = watch(request);
      default -> throw new IllegalStateException("no operation on memory: " + request.operation);
    }
  }

  /** The word at this address, read by a step that depends on it. */
  public long read(int address) {
    footprint.word(at + address);
    return state[at + address];
  }

  /** Writes a word that no CPU waits for; false if one may, and nothing is written. */
  public boolean poke(int address, long value) {
    if (state[watchMask] != 0) {
      return false;
    }
    write(address, value, null);
    return true;
  }

  private void modify(Request request, long value, Effects effects) {
    int address = (int) request.target;
    request.result = read(address);
    write(address, request.b == 0 ? value : Narrow.to((int) request.b, value), effects);
  }

  private void compareAndExchange(Request request, Effects effects) {
    int address = (int) request.target;
    request.result = read(address);
    if (request.result == request.a) {
      write(address, request.b, effects);
    }
  }

  private void write(int address, long value, Effects effects) {
    footprint.write(at + address);
    if (state[watchMask] != 0) {
      footprint.word(at + address);
    }
    if (state[at + address] == value) {
      return;
    }
    state[at + address] = value;
    if (writes < WRITES) {
      written[writes] = address;
    }
    writes++;
    if ((state[watchMask] & 1L << (address & 63)) != 0) {
      wake(address, effects);
    }
  }

  private void wake(int address, Effects effects) {
    footprint.part(cpus);
    long mask = 0;
    for (int cpu = 0; cpu < cpus; cpu++) {
      boolean woken = false;
      for (int i = 0; i < WATCHES; i++) {
        woken |= state[watchBase + cpu * WATCHES + i] == address + 1;
      }
      if (woken) {
        clearWatches(cpu);
        effects.wake(cpu);
      }
      mask |= watchMaskOf(cpu);
    }
    state[watchMask] = mask;
  }

  /**
   * Waits for the word to differ from {@code a}: 0 if it already does. {@code b} 0: the first word
   * of a wait.
   */
  private long watch(Request request) {
    footprint.part(cpus);
    if (request.b == 0) {
      clearWatches(request.cpu);
    }
    int address = (int) request.target;
    if (read(address) != request.a) {
      return 0;
    }
    state[watchBase + request.cpu * WATCHES + (int) request.b] = address + 1;
    state[watchMask] |= 1L << (address & 63);
    return 1;
  }

  private void clearWatches(int cpu) {
    int from = watchBase + cpu * WATCHES;
    java.util.Arrays.fill(state, from, from + WATCHES, 0);
  }

  private long watchMaskOf(int cpu) {
    long mask = 0;
    for (int i = 0; i < WATCHES; i++) {
      long entry = state[watchBase + cpu * WATCHES + i];
      mask |= entry == 0 ? 0 : 1L << (entry - 1 & 63);
    }
    return mask;
  }

  private void text(Request request, Effects effects) {
    if (request.builtin < 0) {
      character(request, effects);
      return;
    }
    Builtin builtin = Builtin.of(request.builtin);
    resolve(request);
    long target = request.target;
    boolean shared = Pointer.tag(target) == Pointer.DATA && TextOps.writes(builtin);
    request.b = shared ? read(Pointer.object(target)) : request.b;
    textOps.perform(builtin, request);
    if (shared) {
      write(Pointer.object(target), request.text, effects);
    }
  }

  private void character(Request request, Effects effects) {
    int address = Pointer.object(request.target);
    int offset = Pointer.offset(request.target);
    if (request.builtin == LOAD_CHARACTER) {
      request.result = textOps.character(read(address), offset);
    } else {
      write(address, textOps.withCharacter(read(address), offset, request.a), effects);
    }
  }

  /** Replaces arguments that point to char arrays here by pointers to their text. */
  private void resolve(Request request) {
    for (int i = 0; i < request.argCount; i++) {
      long arg = request.args[i];
      if (Pointer.tag(arg) == Pointer.DATA && isText(Pointer.object(arg))) {
        request.args[i] = textOps.at(read(Pointer.object(arg)), Pointer.offset(arg));
      }
    }
  }

  private boolean isText(int address) {
    return address >= 0 && address < length && textOps.isText(read(address));
  }

  /** Keeps only the watches of CPUs that still wait for the word. */
  public void forget(Waiting waiting) {
    if (state[watchMask] == 0) {
      return;
    }
    footprint.part(cpus);
    long mask = 0;
    for (int cpu = 0; cpu < cpus; cpu++) {
      for (int i = 0; i < WATCHES; i++) {
        int slot = watchBase + cpu * WATCHES + i;
        if (state[slot] != 0 && !waiting.waits(cpu, (int) state[slot] - 1)) {
          state[slot] = 0;
        }
      }
      mask |= watchMaskOf(cpu);
    }
    state[watchMask] = mask;
  }

  /** From now on, logs what is written, for {@link #compare}. */
  public void track() {
    writes = 0;
  }

  public boolean written() {
    return writes > 0;
  }

  /**
   * Records which words have changed, among those written since {@link #track}.
   *
   * @param touched mask of CPUs that may now wait for something else
   */
  public void compare(Changes changes, long touched) {
    if (writes > WRITES) {
      changes.compare(at, at + length);
    }
    for (int i = 0; writes <= WRITES && i < writes; i++) {
      changes.compareOnce(at + written[i]);
    }
    if ((state[watchMask] | changes.before(watchMask)) == 0) {
      return;
    }
    changes.compare(watchMask, watchMask + 1);
    for (long mask = touched; mask != 0; mask &= mask - 1) {
      int from = watchBase + Long.numberOfTrailingZeros(mask) * WATCHES;
      changes.compare(from, from + WATCHES);
    }
  }

  /** Writes who waits for which word, with two CPUs swapped. */
  public void swap(CpuPermutation swap, long[] from, long[] image) {
    long mask = 0;
    for (int cpu = 0; cpu < cpus; cpu++) {
      for (int i = 0; i < WATCHES; i++) {
        long entry = from[watchBase + cpu * WATCHES + i];
        long moved = entry == 0 ? 0 : swap.address((int) entry - 1) + 1;
        image[watchBase + swap.cpu(cpu) * WATCHES + i] = moved;
        mask |= moved == 0 ? 0 : 1L << (moved - 1 & 63);
      }
    }
    image[watchMask] = mask;
  }

  /** The word at this address. */
  public long word(int address) {
    return state[at + address];
  }
}
