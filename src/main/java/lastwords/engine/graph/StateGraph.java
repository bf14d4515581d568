package lastwords.engine.graph;

import java.util.Arrays;
import lastwords.engine.model.Action;
import lastwords.engine.store.Bits;
import lastwords.engine.store.ByteLog;

/**
 * The expanded states and the transitions between them, each with its choice. Several workers may
 * write at the same time, each the transitions of other states. One thread reads, while no worker
 * writes.
 */
public final class StateGraph implements Transitions {
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final long MOST_BYTES = 1L << 32; // per worker
  private static final int NOWHERE = -1;

  private int[][] places = new int[1 << 4][]; // by state: where its transitions are
  private byte[][] workers = new byte[1 << 4][]; // worker that has them, + 1; 0: not expanded
  private final boolean symmetric;
  private final ByteLog[] logs; // by worker
  private final ByteLog.Reader[] readers;
  private int nodes;

  // ---- of the state that was read last ----
  private int read = NOWHERE;
  private boolean held;
  private int degree;
  private int[] targets = new int[16];
  private int[] choices = new int[16];
  private long choicesAt; // where they are in the log
  private boolean choicesRead;

  /**
   * @param symmetric whether transitions can lead to the image of a state
   */
  public StateGraph(int workers, boolean symmetric) {
    this.symmetric = symmetric;
    logs = new ByteLog[workers];
    Arrays.setAll(logs, worker -> new ByteLog());
    readers = new ByteLog.Reader[workers];
    Arrays.setAll(readers, worker -> logs[worker].new Reader());
  }

  /** Sets the number of states; no other thread may be here. */
  public void nodes(int count) {
    nodes = count;
    read = NOWHERE;
    int blocks = (count + BLOCK - 1) / BLOCK;
    if (blocks > places.length) {
      places = Arrays.copyOf(places, Math.max(blocks, 2 * places.length));
      workers = Arrays.copyOf(workers, places.length);
    }
    for (int block = blocks - 1; block >= 0 && places[block] == null; block--) {
      places[block] = new int[BLOCK];
      workers[block] = new byte[BLOCK];
    }
  }

  // ---- writing ----

  /**
   * Sets a state's transitions, replacing earlier ones.
   *
   * @param held whether time could not pass in it
   * @param swaps by transition, with symmetry reduction: does it lead to the image of its target?
   * @param from the first of them
   * @param to one past the last
   */
  public void expanded(
      int state,
      int worker,
      boolean held,
      int[] choices,
      int[] targets,
      boolean[] swaps,
      int from,
      int to) {
    ByteLog log = logs[worker];
    if (log.size() >= MOST_BYTES) {
      throw new IllegalStateException("a worker has made more transitions than it can keep");
    }
    places[state >>> BLOCK_BITS][state & BLOCK - 1] = (int) log.size();
    workers[state >>> BLOCK_BITS][state & BLOCK - 1] = (byte) (worker + 1);
    log.add(to - from << 1 | (held ? 1 : 0));
    int before = state;
    for (int i = from; i < to; i++) {
      log.addSigned(targets[i] - before);
      before = targets[i];
    }
    for (int i = from; i < to; i++) {
      int small = Action.toShort(choices[i]);
      log.add(symmetric ? 2 * small + (swaps[i] ? 1 : 0) : small);
    }
  }

  /** Sets a state's only transition. */
  public void expanded(int state, int worker, boolean held, int choice, int target, boolean swap) {
    expanded(
        state, worker, held, new int[] {choice}, new int[] {target}, new boolean[] {swap}, 0, 1);
  }

  // ---- reading ----

  private int worker(int state) {
    return workers[state >>> BLOCK_BITS][state & BLOCK - 1] - 1;
  }

  @Override
  public boolean expanded(int state) {
    return worker(state) >= 0;
  }

  private void read(int state) {
    if (read == state) {
      return;
    }
    read = state;
    degree = 0;
    held = false;
    if (expanded(state)) {
      ByteLog.Reader log = readers[worker(state)];
      log.seek(places[state >>> BLOCK_BITS][state & BLOCK - 1] & 0xffffffffL);
      read(state, log);
    }
  }

  private void read(int state, ByteLog.Reader log) {
    int head = log.read();
    held = (head & 1) != 0;
    degree = head >>> 1;
    if (degree > targets.length) {
      targets = new int[2 * degree];
      choices = new int[2 * degree];
    }
    int before = state;
    for (int i = 0; i < degree; i++) {
      before += log.readSigned();
      targets[i] = before;
    }
    choicesAt = log.place();
    choicesRead = false;
  }

  private void readChoices(ByteLog.Reader log) {
    log.seek(choicesAt);
    for (int i = 0; i < degree; i++) {
      choices[i] = log.read();
    }
    choicesRead = true;
  }

  @Override
  public boolean leads(int state, Bits these) {
    return has(state, these, true);
  }

  @Override
  public boolean leadsOnly(int state, Bits these) {
    return !has(state, these, false);
  }

  private boolean has(int state, Bits these, boolean inside) {
    if (!expanded(state)) {
      return false;
    }
    ByteLog.Reader log = readers[worker(state)];
    log.seek(places[state >>> BLOCK_BITS][state & BLOCK - 1] & 0xffffffffL);
    int target = state;
    for (int left = log.read() >>> 1; left > 0; left--) {
      target += log.readSigned();
      if (these.get(target) == inside) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean held(int state) {
    read(state);
    return held;
  }

  @Override
  public int choice(int state, int index) {
    int small = small(state, index);
    return Action.fromShort(symmetric ? small >>> 1 : small);
  }

  /** With symmetry reduction: does a transition lead to the image of its target? */
  public boolean swaps(int state, int index) {
    return (small(state, index) & 1) != 0;
  }

  private int small(int state, int index) {
    read(state);
    if (!choicesRead) {
      readChoices(readers[worker(state)]);
    }
    return choices[index];
  }

  @Override
  public int nodes() {
    return nodes;
  }

  @Override
  public int degree(int node) {
    read(node);
    return degree;
  }

  @Override
  public int successor(int node, int index) {
    read(node);
    return targets[index];
  }

  public long bytes() {
    long bytes = 5L * (nodes + BLOCK);
    for (ByteLog log : logs) {
      bytes += log.bytes();
    }
    return bytes;
  }
}
