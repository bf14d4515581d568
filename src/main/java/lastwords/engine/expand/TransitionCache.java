package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.store.Ints;
import lastwords.machine.bus.Random;

/**
 * The effects of choices, by what they read, so that none is tried twice in states that do not
 * differ in that: a tree of questions, each about a word of memory or a piece of the state, with a
 * {@link StateDelta} at each leaf. The next question follows from the answers so far, because what
 * a CPU reads next does.
 */
final class TransitionCache {
  private static final int WORD = 0;
  private static final int PIECE = 1;
  private static final int MOVE = 2;

  private static final int FEW = 8; // answers below this are looked up directly
  private static final int CPUS = 64;
  private static final int NUMBERED = 1 << 16; // likewise for pieces

  private int[] nodes = new int[1 << 10]; // a question, or a move; its kind in the lowest bits
  private int[] few = new int[FEW << 10]; // by node: the targets of the first answers
  private int[][] roots = new int[CPUS][0]; // where a CPU's step begins, by its piece
  private int size = 1; // node 0 is unused
  private StateDelta[] moves = new StateDelta[1 << 8];
  private int known; // moves known
  private long[] table = new long[1 << 12]; // answers, each with the two nodes that it connects
  private int used;
  private long bytes;
  private final Ints questions = new Ints(); // of a move that is being made
  private long[] answers = new long[64];

  /** The code of the question about a word. */
  static int word(int index) {
    return index << 2 | WORD;
  }

  /** The code of the question about a piece. */
  static int piece(int piece) {
    return piece << 2 | PIECE;
  }

  /** This choice's move in the loaded state; null if it is not known. */
  StateDelta find(int choice, StateLoader loaded) {
    int node = root(choice, loaded.begins(choice));
    while (node > 0) {
      int code = nodes[node];
      switch (code & 3) {
        case WORD -> node = child(node, loaded.word(code >> 2));
        case PIECE -> node = child(node, loaded.number(code >> 2));
        default -> {
          return moves[code >> 2];
        }
      }
    }
    return null;
  }

  /** The first node for a choice. */
  private int root(int choice, long answer) {
    if (choice >>> 16 < CPUS && answer << 32 == 0 && (choice & 0xffff) == 0) {
      int[] steps = roots[choice >>> 16];
      int piece = (int) (answer >>> 32);
      if (piece < steps.length) {
        return steps[piece];
      }
    }
    return far(-1 - choice, answer);
  }

  private int child(int node, long answer) {
    if (answer >= 0 && answer < FEW) {
      return few[node * FEW + (int) answer];
    }
    return far(node, answer);
  }

  private static int slot(int node, long answer, int mask) {
    return (int) Random.mix(answer, node) & mask;
  }

  private int far(int node, long answer) {
    int mask = table.length / 2 - 1;
    int slot = slot(node, answer, mask);
    while (true) {
      long nodes = table[2 * slot + 1];
      if (nodes == 0 || (int) (nodes >>> 32) == node && table[2 * slot] == answer) {
        return (int) nodes;
      }
      slot = slot + 1 & mask;
    }
  }

  // ---- learning ----

  /** Starts learning a move: {@link #ask} what it depends on. */
  void begin() {
    questions.clear();
  }

  /** The next question, and its answer in the loaded state. */
  void ask(int code, long answer) {
    if (questions.size() == answers.length) {
      answers = Arrays.copyOf(answers, 2 * answers.length);
    }
    answers[questions.size()] = answer;
    questions.add(code);
  }

  /** Stores what this choice does. */
  void learn(int choice, StateLoader loaded, StateDelta move) {
    int node = -1 - choice;
    long answer = loaded.begins(choice);
    for (int i = 0; i <= questions.size(); i++) {
      boolean last = i == questions.size();
      int next = i == 0 ? root(choice, answer) : child(node, answer);
      int code = last ? MOVE : questions.get(i);
      if (next == 0) {
        next = add(last ? move(move) : code);
        connect(choice, node, answer, next);
      } else if (last || nodes[next] != code) {
        throw new IllegalStateException("a step is no function of what it looked at");
      }
      node = next;
      answer = last ? 0 : answers[i];
    }
  }

  private int move(StateDelta move) {
    if (known == moves.length) {
      moves = Arrays.copyOf(moves, 2 * known);
    }
    moves[known] = move;
    bytes += move.bytes();
    return known++ << 2 | MOVE;
  }

  private int add(int code) {
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      few = Arrays.copyOf(few, 2 * few.length);
    }
    nodes[size] = code;
    return size++;
  }

  private void connect(int choice, int node, long answer, int next) {
    boolean step = choice >>> 16 < CPUS && (choice & 0xffff) == 0;
    if (node < 0 && step && answer << 32 == 0 && answer >>> 32 < NUMBERED) {
      int piece = (int) (answer >>> 32);
      int[] steps = roots[choice >>> 16];
      if (piece >= steps.length) {
        steps = Arrays.copyOf(steps, 2 * piece + 16);
        roots[choice >>> 16] = steps;
      }
      steps[piece] = next;
    } else if (node >= 0 && answer >= 0 && answer < FEW) {
      few[node * FEW + (int) answer] = next;
    } else {
      if (used++ > table.length / 4) {
        grow();
      }
      put(table, node, answer, next);
    }
  }

  private static void put(long[] table, int node, long answer, int next) {
    int mask = table.length / 2 - 1;
    int slot = slot(node, answer, mask);
    while (table[2 * slot + 1] != 0) {
      slot = slot + 1 & mask;
    }
    table[2 * slot] = answer;
    table[2 * slot + 1] = (long) node << 32 | next;
  }

  private void grow() {
    long[] larger = new long[2 * table.length];
    for (int at = 0; at < table.length; at += 2) {
      if (table[at + 1] != 0) {
        put(larger, (int) (table[at + 1] >>> 32), table[at], (int) table[at + 1]);
      }
    }
    table = larger;
  }

  long bytes() {
    return bytes + 8L * table.length + 4L * (FEW + 1) * nodes.length + 4L * moves.length;
  }
}
