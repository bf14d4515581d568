package lastwords.engine.explore;

import java.util.Arrays;

/**
 * The states that were expanded and the transitions between them, with the choice that makes each.
 * Several workers may write at the same time, each the transitions of other states.
 */
final class StateGraph implements Components.Graph {
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int DEGREE_BITS = 12;
  private static final int WORKER_SHIFT = 56;
  private static final long EXPANDED = 1L << 63;
  private static final long HELD = 1L << 62;
  private static final int WORKER_MASK = 63;

  private long[][] entries = new long[1 << 4][]; // of each state: where its transitions begin
  private final IntLog[] targets; // of each worker
  private final ShortLog[] choices;
  private final ChoiceNumbers numbers = new ChoiceNumbers();
  private int nodes;

  StateGraph(int workers) {
    targets = new IntLog[workers];
    choices = new ShortLog[workers];
    for (int worker = 0; worker < workers; worker++) {
      targets[worker] = new IntLog();
      choices[worker] = new ShortLog();
    }
  }

  /** There are so many states now; nobody else may be here. */
  void nodes(int count) {
    nodes = count;
    int blocks = (count + BLOCK - 1) / BLOCK;
    if (blocks > entries.length) {
      entries = Arrays.copyOf(entries, Math.max(blocks, 2 * entries.length));
    }
    for (int block = blocks - 1; block >= 0 && entries[block] == null; block--) {
      entries[block] = new long[BLOCK];
    }
  }

  /** A transition of the state that the worker is expanding. */
  void add(int worker, int choice, int target) {
    targets[worker].add(target);
    choices[worker].add((short) numbers.of(choice));
  }

  /** Where the worker's next transition will stand. */
  long mark(int worker) {
    return targets[worker].size();
  }

  /**
   * The worker's transitions from a mark on are this state's, instead of any that it had.
   *
   * @param held whether time could not pass in it
   */
  void expanded(int state, int worker, long mark, boolean held) {
    long degree = targets[worker].size() - mark;
    if (degree >= 1 << DEGREE_BITS) {
      throw new IllegalStateException("a state with " + degree + " transitions");
    }
    long entry = EXPANDED | (held ? HELD : 0) | (long) worker << WORKER_SHIFT;
    entries[state >>> BLOCK_BITS][state & BLOCK - 1] = entry | mark << DEGREE_BITS | degree;
  }

  private long entry(int state) {
    return entries[state >>> BLOCK_BITS][state & BLOCK - 1];
  }

  boolean expanded(int state) {
    return entry(state) < 0;
  }

  /** Could time not pass in this state? */
  boolean held(int state) {
    return (entry(state) & HELD) != 0;
  }

  private static int worker(long entry) {
    return (int) (entry >>> WORKER_SHIFT) & WORKER_MASK;
  }

  private static long first(long entry) {
    return (entry & (1L << WORKER_SHIFT) - 1) >>> DEGREE_BITS;
  }

  int choice(int state, int index) {
    long entry = entry(state);
    return numbers.choice(choices[worker(entry)].get(first(entry) + index));
  }

  @Override
  public int nodes() {
    return nodes;
  }

  @Override
  public int degree(int node) {
    return (int) entry(node) & (1 << DEGREE_BITS) - 1;
  }

  @Override
  public int successor(int node, int index) {
    long entry = entry(node);
    return targets[worker(entry)].get(first(entry) + index);
  }

  long bytes() {
    long bytes = 8L * (nodes + BLOCK);
    for (int worker = 0; worker < targets.length; worker++) {
      bytes += targets[worker].bytes() + choices[worker].bytes();
    }
    return bytes;
  }
}
