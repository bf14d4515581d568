package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.graph.StateGraph;

/**
 * The transitions of some states that a worker has expanded, before their targets are known: the
 * cache misses of finding them are then taken all at once.
 */
final class Batch {
  private static final int STATES = 16;

  private int[] choices = new int[64];
  private StateDelta[] moves = new StateDelta[64];
  private long[] prints = new long[64];
  private int[] targets = new int[64];
  private boolean[] swaps = new boolean[64];
  private int size;
  private final int[] numbers = new int[STATES]; // of the states
  private final boolean[] held = new boolean[STATES];
  private final int[] ends = new int[STATES]; // of their transitions
  private final int[][] rows = new int[STATES][0];
  private final long[] before = new long[STATES]; // their fingerprints
  private final long[] images = new long[STATES]; // those of their images
  private int states;
  private boolean back; // does any transition not lead to a later level?

  /** Number of transitions. */
  int size() {
    return size;
  }

  boolean isFull() {
    return states == STATES;
  }

  /**
   * Adds a transition of the state that is being expanded.
   *
   * @param print the fingerprint of its target
   */
  void add(int choice, StateDelta move, long print) {
    if (size == choices.length) {
      choices = Arrays.copyOf(choices, 2 * size);
      moves = Arrays.copyOf(moves, 2 * size);
      prints = Arrays.copyOf(prints, 2 * size);
      targets = Arrays.copyOf(targets, 2 * size);
      swaps = Arrays.copyOf(swaps, 2 * size);
    }
    choices[size] = choice;
    moves[size] = move;
    prints[size++] = print;
  }

  /** Ends the transitions of the loaded state. */
  void close(int number, boolean timeHeld, StateLoader loaded) {
    numbers[states] = number;
    held[states] = timeHeld;
    ends[states] = size;
    rows[states] = loaded.row(rows[states]);
    before[states] = loaded.print();
    images[states] = loaded.image();
    states++;
  }

  /** Has any transition led to a state of its own level or an earlier one? */
  boolean ledBack() {
    return back;
  }

  /**
   * Finds the targets of all transitions and adds them to the graph.
   *
   * @param level the first state of a later level
   */
  void follow(Successors successors, int worker, StateGraph graph, int level) {
    successors.expect(prints, size);
    int from = 0;
    for (int state = 0; state < states; state++) {
      for (int i = from; i < ends[state]; i++) {
        targets[i] =
            successors.follow(rows[state], before[state], images[state], moves[i], prints[i]);
        swaps[i] = successors.swaps(before[state], moves[i], targets[i]);
        back |= targets[i] < level;
      }
      graph.expanded(
          numbers[state], worker, held[state], choices, targets, swaps, from, ends[state]);
      from = ends[state];
    }
    states = 0;
    size = 0;
  }
}
