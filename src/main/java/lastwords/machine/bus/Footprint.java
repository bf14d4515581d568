package lastwords.machine.bus;

import java.util.Arrays;

/**
 * What a choice has looked at or changed besides the CPU that it is about, in the order in which it
 * came to it: words of memory, and whole parts. Of memory as a part, that is who waits for which
 * word.
 */
public final class Footprint {
  private final boolean kept;
  private int[] entries = new int[64]; // a word's index; -1 - a part
  private int size;
  private int[] written = new int[64];
  private int writes;

  /**
   * @param kept whether anybody wants to know
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

  /** A word of memory that is written, whatever it was before. */
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

  /** How many writes there were. */
  public int writes() {
    return writes;
  }

  /** The index of the word that was written by the i-th. */
  public int written(int i) {
    return written[i];
  }

  public int size() {
    return size;
  }

  /** The i-th word's index; when it is a part, -1 - its number. */
  public int entry(int i) {
    return entries[i];
  }
}
