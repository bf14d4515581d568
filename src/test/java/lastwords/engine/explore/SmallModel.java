package lastwords.engine.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Straight programs of stores, loads and raw spinlocks for a few CPUs, and an independent model of
 * them: the number of states and transitions of all their interleavings.
 */
final class SmallModel {
  private static final int WORDS = 2;
  private static final int LOCKS = 2;

  /** An instruction: s(tore) word value, l(oad) word, L(ock) lock, U(nlock) lock. */
  private record Op(char kind, int at, int value) {
    String source() {
      return switch (kind) {
        case 's' -> "WRITE_ONCE(w" + at + ", " + value + ");";
        case 'l' -> "r = READ_ONCE(w" + at + ");";
        case 'L' -> "raw_spin_lock(&l" + at + ");";
        default -> "raw_spin_unlock(&l" + at + ");";
      };
    }
  }

  private final boolean registers; // do states include what was loaded last?
  private final List<List<Op>> programs = new ArrayList<>();
  private int states;
  private int transitions;
  private boolean hangs;

  SmallModel(long seed, boolean registers) {
    this.registers = registers;
    Random random = new Random(seed);
    int cpus = 2 + random.nextInt(2);
    for (int cpu = 0; cpu < cpus; cpu++) {
      programs.add(program(random, cpus == 2 ? 6 : 4));
    }
    explore();
  }

  private static List<Op> program(Random random, int length) {
    List<Op> ops = new ArrayList<>();
    List<Integer> held = new ArrayList<>();
    while (ops.size() < length) {
      int lock = random.nextInt(LOCKS);
      switch (random.nextInt(4)) {
        case 0 -> ops.add(new Op('s', random.nextInt(WORDS), 1 + random.nextInt(3)));
        case 1 -> ops.add(new Op('l', random.nextInt(WORDS), 0));
        case 2 -> {
          if (!held.contains(lock)) {
            held.add(lock);
            ops.add(new Op('L', lock, 0));
          }
        }
        default -> {
          if (!held.isEmpty()) {
            ops.add(new Op('U', held.remove(random.nextInt(held.size())), 0));
          }
        }
      }
    }
    return ops;
  }

  String source() {
    StringBuilder source =
        new StringBuilder("DEFINE_RAW_SPINLOCK(l0); DEFINE_RAW_SPINLOCK(l1); int w0; int w1;\n");
    source.append(
        "void never(void) { w0 = 1; w1 = 1; }\n"); // a word that is never written is a constant,
    // not a shared word
    for (int cpu = 0; cpu < programs.size(); cpu++) {
      source.append("void cpu" + cpu + "(void) { int r = 0;");
      programs.get(cpu).forEach(op -> source.append(" " + op.source()));
      source.append(" }\n");
    }
    return source.toString();
  }

  int states() {
    return states;
  }

  int transitions() {
    return transitions;
  }

  boolean hangs() {
    return hangs;
  }

  // A state: words, then per lock the holder + 1 and the queue as decimal digits, then per CPU
  // where it is, whether it waits, and what it loaded last.

  private int lock(int lock) {
    return WORDS + 2 * lock;
  }

  private int cpu(int cpu) {
    return WORDS + 2 * LOCKS + 3 * cpu;
  }

  private void explore() {
    Set<String> seen = new TreeSet<>();
    Deque<int[]> open = new ArrayDeque<>();
    int[] first = new int[cpu(programs.size())];
    seen.add(Arrays.toString(first));
    open.add(first);
    while (!open.isEmpty()) {
      int[] state = open.remove();
      boolean waits = false;
      boolean moves = false;
      for (int cpu = 0; cpu < programs.size(); cpu++) {
        waits |= state[cpu(cpu) + 1] == 1;
        if (state[cpu(cpu)] <= programs.get(cpu).size() && state[cpu(cpu) + 1] == 0) {
          moves = true;
          transitions++;
          int[] next = state.clone();
          step(next, cpu);
          if (seen.add(Arrays.toString(next))) {
            open.add(next);
          }
        }
      }
      hangs |= waits && !moves;
    }
    states = seen.size();
  }

  private void step(int[] state, int cpu) {
    int at = state[cpu(cpu)];
    if (at == programs.get(cpu).size()) {
      state[cpu(cpu)]++; // it returns, and its registers are gone
      state[cpu(cpu) + 2] = 0;
      return;
    }
    Op op = programs.get(cpu).get(at);
    switch (op.kind()) {
      case 's' -> state[op.at()] = op.value();
      case 'l' -> state[cpu(cpu) + 2] = registers ? state[op.at()] : 0;
      case 'U' -> unlock(state, lock(op.at()));
      default -> {
        if (!locks(state, lock(op.at()), cpu)) {
          return;
        }
      }
    }
    state[cpu(cpu)]++;
  }

  private static boolean locks(int[] state, int lock, int cpu, int waits) {
    String line = state[lock + 1] == 0 ? "" : Integer.toString(state[lock + 1]);
    String place = Integer.toString(cpu + 1);
    if (state[lock] == 0 && (line.isEmpty() || line.startsWith(place))) {
      state[lock] = cpu + 1;
      state[lock + 1] = line.length() <= 1 ? 0 : Integer.parseInt(line.substring(1));
      return true;
    }
    if (!line.contains(place)) {
      state[lock + 1] = Integer.parseInt(line + place);
    }
    state[waits] = 1;
    return false;
  }

  private boolean locks(int[] state, int lock, int cpu) {
    return locks(state, lock, cpu, cpu(cpu) + 1);
  }

  private void unlock(int[] state, int lock) {
    state[lock] = 0;
    if (state[lock + 1] != 0) {
      int next = Integer.toString(state[lock + 1]).charAt(0) - '1';
      state[cpu(next) + 1] = 0;
    }
  }
}
