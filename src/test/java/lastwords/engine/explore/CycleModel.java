package lastwords.engine.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Small programs that wait for each other, most of them for ever, and an independent model of them:
 * does every weakly fair run end, that is, does CPU 0 finish? Decided by trying to find, from each
 * state, a path back to it that meets every fairness requirement.
 */
final class CycleModel {
  private static final int WORDS = 2;
  private static final int OVER = 100; // place of CPU 0 when it has finished

  /**
   * An instruction: s(tore) word value; W(ait until) word is value; T: the same, storing into the
   * other word each time that it is not; L(ock); U(nlock); t(ry to lock until successful); d(elay);
   * p(rivate): stores into its own word.
   */
  private record Op(char kind, int at, int value) {
    String source(int cpu) {
      String word = "READ_ONCE(w" + at + ") != " + value;
      return switch (kind) {
        case 's' -> "WRITE_ONCE(w" + at + ", " + value + ");";
        case 'W' -> "while (" + word + ") cpu_relax();";
        case 'T' -> "while (" + word + ") WRITE_ONCE(w" + (1 - at) + ", 1);";
        case 'L' -> "raw_spin_lock(&a);";
        case 'U' -> "raw_spin_unlock(&a);";
        case 't' -> "while (!raw_spin_trylock(&a)) ;";
        case 'p' -> "WRITE_ONCE(v" + cpu + ", " + value + ");";
        default -> "udelay(1);";
      };
    }
  }

  private final boolean queued;
  private final List<List<Op>> programs = new ArrayList<>();
  private final List<int[]> states = new ArrayList<>();
  private final List<List<int[]>> edges = new ArrayList<>(); // by state: action, target
  private final Map<String, Integer> numbers = new TreeMap<>();

  CycleModel(long seed, boolean queued) {
    this.queued = queued;
    Random random = new Random(seed);
    int cpus = 2 + (random.nextInt(4) == 0 ? 1 : 0);
    programs.add(panicking(random));
    for (int cpu = 1; cpu < cpus; cpu++) {
      programs.add(looping(random, cpus == 2 ? 5 : 3));
    }
    explore();
  }

  private static Op random(Random random, String kinds) {
    return new Op(
        kinds.charAt(random.nextInt(kinds.length())), random.nextInt(2), random.nextInt(2));
  }

  private static List<Op> panicking(Random random) {
    List<Op> ops = new ArrayList<>(List.of(random(random, "LLtWWT")));
    if (ops.get(0).kind() == 'L' || ops.get(0).kind() == 't') {
      ops.add(new Op('U', 0, 0));
    }
    if (random.nextBoolean()) {
      ops.add(random(random, "psWT"));
    }
    return ops;
  }

  private static List<Op> looping(Random random, int length) {
    List<Op> ops = new ArrayList<>();
    boolean holds = false;
    while (ops.size() < length || holds) {
      Op op = random(random, holds ? "sUUdp" : "ssLLdWtpp");
      holds = op.kind() == 'L' || op.kind() == 't' || holds && op.kind() != 'U';
      ops.add(op);
    }
    return ops;
  }

  String source() {
    StringBuilder source =
        new StringBuilder("DEFINE_RAW_SPINLOCK(a); int w0; int w1; int v0; int v1; int v2;\n");
    source.append("void never(void) { w0 = 1; w1 = 1; }\n");
    for (int cpu = 0; cpu < programs.size(); cpu++) {
      source.append("void cpu" + cpu + "(void) {");
      source.append(cpu == 0 ? " lw_panic_begins();" : " for (;;) {");
      int number = cpu;
      programs.get(cpu).forEach(op -> source.append(" " + op.source(number)));
      source.append(cpu == 0 ? " lw_final_loop(); for (;;) halt(); }\n" : " } }\n");
    }
    return source.toString();
  }

  // A state: words, holder + 1, the queue as decimal digits, then per CPU where it is and what it
  // does: 0 it can act, 1 it waits to be woken, 2 it waits for time, 3 that wait is over, 4 it is
  // about to store in T.

  private int cpu(int cpu) {
    return WORDS + 2 + 2 * cpu;
  }

  private void explore() {
    number(new int[cpu(programs.size())]);
    for (int next = 0; next < states.size(); next++) {
      List<int[]> out = new ArrayList<>();
      for (int cpu = 0; cpu < programs.size() && states.get(next)[cpu(0)] != OVER; cpu++) {
        int[] state = states.get(next).clone();
        boolean waits = state[cpu(cpu) + 1] == 2;
        if (state[cpu(cpu) + 1] != 1) {
          step(state, cpu);
          out.add(new int[] {2 * cpu + (waits ? 1 : 0), number(state)});
        }
      }
      edges.add(out);
    }
  }

  private int number(int[] state) {
    int number = numbers.computeIfAbsent(Arrays.toString(state), key -> states.size());
    if (number == states.size()) {
      states.add(state);
    }
    return number;
  }

  private void step(int[] state, int cpu) {
    int at = cpu(cpu);
    Op op = programs.get(cpu).get(state[at]);
    boolean on =
        switch (op.kind()) {
          case 's' -> store(state, op.at(), op.value());
          case 'p' -> true;
          case 'W' -> state[op.at()] == op.value() || waits(state, at, 1);
          case 'T' -> turn(state, at, op);
          case 'L' -> lock(state, cpu);
          case 'U' -> unlock(state);
          case 't' -> tries(state, cpu);
          default -> delay(state, at);
        };
    if (on) {
      state[at + 1] = 0;
      boolean last = state[at] + 1 == programs.get(cpu).size();
      state[at] = !last ? state[at] + 1 : cpu == 0 ? OVER : 0;
    }
  }

  private static boolean waits(int[] state, int at, int how) {
    state[at + 1] = how;
    return false;
  }

  /** CPUs that wait for a word look again when it has changed. */
  private boolean store(int[] state, int word, int value) {
    boolean changes = state[word] != value;
    state[word] = value;
    for (int cpu = 0; cpu < programs.size() && changes; cpu++) {
      int at = cpu(cpu);
      Op op = state[at] == OVER ? new Op('d', 0, 0) : programs.get(cpu).get(state[at]);
      if (op.kind() == 'W' && op.at() == word && state[at + 1] == 1) {
        state[at + 1] = 0;
      }
    }
    return true;
  }

  private boolean turn(int[] state, int at, Op op) {
    if (state[at + 1] == 4) {
      store(state, 1 - op.at(), 1);
      return waits(state, at, 0);
    }
    return state[op.at()] == op.value() || waits(state, at, 4);
  }

  private static boolean delay(int[] state, int at) {
    return state[at + 1] == 3 || waits(state, at, state[at + 1] == 0 ? 2 : 3);
  }

  private boolean lock(int[] state, int cpu) {
    String line = state[WORDS + 1] == 0 ? "" : Integer.toString(state[WORDS + 1]);
    String place = Integer.toString(cpu + 1);
    boolean mine = !queued || line.isEmpty() || line.startsWith(place);
    if (state[WORDS] == 0 && mine) {
      String rest = line.replace(place, "");
      state[WORDS] = cpu + 1;
      state[WORDS + 1] = rest.isEmpty() ? 0 : Integer.parseInt(rest);
      return true;
    }
    state[WORDS + 1] = line.contains(place) ? state[WORDS + 1] : Integer.parseInt(line + place);
    return waits(state, cpu(cpu), 1);
  }

  private boolean tries(int[] state, int cpu) {
    boolean free = state[WORDS] == 0 && (!queued || state[WORDS + 1] == 0);
    state[WORDS] = free ? cpu + 1 : state[WORDS];
    return free;
  }

  private boolean unlock(int[] state) {
    state[WORDS] = 0;
    String line = state[WORDS + 1] == 0 ? "" : Integer.toString(state[WORDS + 1]);
    for (int i = 0; i < (queued ? Math.min(1, line.length()) : line.length()); i++) {
      state[cpu(line.charAt(i) - '1') + 1] = 0;
    }
    return true;
  }

  /** Does CPU 0 finish in every weakly fair run? */
  boolean everyFairRunEnds() {
    for (int state = 0; state < states.size(); state++) {
      boolean dead = edges.get(state).isEmpty() && states.get(state)[cpu(0)] != OVER;
      if (dead || comesBack(state)) {
        return false;
      }
    }
    return true;
  }

  /**
   * What has been done, or could not be done, in a state: one bit for each of two kinds per CPU.
   */
  private int idle(int state) {
    int enabled = 0;
    for (int[] edge : edges.get(state)) {
      enabled |= 1 << edge[0];
    }
    return ~enabled & (1 << 2 * programs.size()) - 1;
  }

  private boolean comesBack(int start) {
    int all = (1 << 2 * programs.size()) - 1;
    boolean[] seen = new boolean[states.size() << 2 * programs.size()];
    Deque<Integer> open = new ArrayDeque<>(List.of(start << 2 * programs.size() | idle(start)));
    while (!open.isEmpty()) {
      int at = open.removeLast();
      for (int[] edge : edges.get(at >> 2 * programs.size())) {
        int met = at & all | 1 << edge[0] | idle(edge[1]);
        int next = edge[1] << 2 * programs.size() | met;
        if (edge[1] == start && met == all) {
          return true;
        }
        if (!seen[next]) {
          seen[next] = true;
          open.add(next);
        }
      }
    }
    return false;
  }
}
