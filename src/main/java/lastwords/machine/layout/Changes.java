package lastwords.machine.layout;

import java.util.Arrays;

/** The words of a machine's state that have changed, in the order in which they were compared. */
public final class Changes {
  private final long[] now;
  private final long[] before;
  private int[] indices = new int[64];
  private int size;

  /**
   * @param now a machine's state
   * @param before another state of that machine, of the same length
   */
  public Changes(long[] now, long[] before) {
    this.now = now;
    this.before = before;
  }

  public void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  /** The i-th changed word's index. */
  public int index(int i) {
    return indices[i];
  }

  public long before(int index) {
    return before[index];
  }

  public long[] before() {
    return before;
  }

  /** Compares the words from one index up to another; no word may be compared twice. */
  public void compare(int from, int to) {
    for (int i = from; i < to; i++) {
      if (now[i] != before[i]) {
        add(i);
      }
    }
  }

  /** Compares a word that this method may have compared before. */
  public void compareOnce(int index) {
    if (now[index] == before[index]) {
      return;
    }
    for (int i = 0; i < size; i++) {
      if (indices[i] == index) {
        return;
      }
    }
    add(index);
  }

  private void add(int index) {
    if (size == indices.length) {
      indices = Arrays.copyOf(indices, 2 * size);
    }
    indices[size++] = index;
  }

  /** Restores the machine's earlier state. */
  public void undo() {
    for (int i = 0; i < size; i++) {
      now[indices[i]] = before[indices[i]];
    }
  }
}
