package lastwords.machine.bus;

import java.util.Arrays;

/**
 * What an action has read or written apart from the CPU that takes it, in that order: words of
 * memory, and whole parts. The memory part as a whole stands for who waits for which word.
 */
public final class Footprint {
  private final boolean kept;
  private int[] entries = new int[64]; // a word's index; or -1 - a part's number
  private int size;
  private int[] written = new int[64];
  private int writes;

  /**
   * @param kept whether to record anything
   */
  public Footprint(boolean kept) {
    this.kept = kept;
  }

  public void clear() {
    size = 0;
    writes = 0;
  }

  /** A word of memory, by its index in the machine's state. */
  public void word(int index) {
    if (kept) {
      add(index);
    }
  }

  /** A word of memory that is written, regardless of its old value. */
  public void write(int index) {
    if (kept) {
      if (writes == written.length) {
        written = Arrays.copyOf(written, 2 * writes);
      }
      written[writes++] = index;
    }
  }

  /** Another part, by its number. */
  public void part(int part) {
    if (kept) {
      add(-1 - part);
    }
  }

  private void add(int entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size++] = entry;
  }

  /** Number of writes. */
  public int writes() {
    return writes;
  }

  /** The index of the i-th word written. */
  public int written(int i) {
    return written[i];
  }

  public int size() {
    return size;
  }

  /** The index of the i-th word; -1 - its number if it is a part. */
  public int entry(int i) {
    return entries[i];
  }
}
