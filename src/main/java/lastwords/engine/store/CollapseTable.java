package lastwords.engine.store;

import java.util.Arrays;
import lastwords.machine.bus.Random;

/**
 * Pieces of states, each stored once and identified by a number from 1 on: equal numbers mean equal
 * pieces. Zeros at the end of a piece are not stored. Several workers may store at the same time,
 * but none while {@link #grow} runs.
 */
final class CollapseTable {
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS; // words allocated at a time
  private static final int PLACES_BITS = 12;
  private static final int CLAIMED = -1;

  private long[][] blocks = {new long[BLOCK]}; // by piece: its number of words, and the words
  private int[][] places = {new int[1 << PLACES_BITS]}; // by number: where its piece is
  private int used; // words
  private volatile int size = 1;
  private int[] table = new int[1 << 12]; // numbers

  /** The number of this piece, which is stored if it is new. */
  int number(long[] source, int from, int to) {
    int end = trimmed(source, from, to);
    int[] slots = table;
    int mask = slots.length - 1;
    int slot = (int) hash(source, from, end) & mask;
    while (true) {
      int number = Atomics.get(slots, slot);
      if (number == 0 && Atomics.claim(slots, slot, CLAIMED)) {
        int stored = store(source, from, end);
        Atomics.set(slots, slot, stored);
        return stored;
      }
      if (number > 0) {
        if (is(number, source, from, end)) {
          return number;
        }
        slot = slot + 1 & mask;
      }
    }
  }

  private static int trimmed(long[] source, int from, int to) {
    int end = to;
    while (end > from && source[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private int place(int number) {
    return places[number >>> PLACES_BITS][number & (1 << PLACES_BITS) - 1];
  }

  private boolean is(int number, long[] source, int from, int to) {
    int place = place(number);
    long[] block = blocks[place >>> BLOCK_BITS];
    int at = (place & BLOCK - 1) + 1;
    int words = to - from;
    return block[at - 1] == words && Arrays.equals(block, at, at + words, source, from, to);
  }

  /** Number of stored words of a piece: the rest are zeros. */
  int words(int number) {
    int place = place(number);
    return (int) blocks[place >>> BLOCK_BITS][place & BLOCK - 1];
  }

  /** Copies the stored words of a piece. */
  void copy(int number, long[] target, int to) {
    int place = place(number);
    long[] block = blocks[place >>> BLOCK_BITS];
    int at = place & BLOCK - 1;
    System.arraycopy(block, at + 1, target, to, (int) block[at]);
  }

  private synchronized int store(long[] source, int from, int to) {
    int words = to - from;
    if ((used & BLOCK - 1) + words >= BLOCK) {
      used = (used >>> BLOCK_BITS) + 1 << BLOCK_BITS;
    }
    long[] block = block(used >>> BLOCK_BITS, words + 1);
    int number = size;
    place(number, used);
    block[used & BLOCK - 1] = words;
    System.arraycopy(source, from, block, (used & BLOCK - 1) + 1, words);
    used += words + 1;
    size = number + 1;
    return number;
  }

  private long[] block(int block, int words) {
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new long[Math.max(BLOCK, words)];
    }
    return blocks[block];
  }

  private void place(int number, int place) {
    int block = number >>> PLACES_BITS;
    if (block == places.length) {
      places = Arrays.copyOf(places, 2 * block);
    }
    if (places[block] == null) {
      places[block] = new int[1 << PLACES_BITS];
    }
    places[block][number & (1 << PLACES_BITS) - 1] = place;
  }

  /** Should {@link #grow} be called soon? */
  boolean crowded() {
    return size > table.length / 2;
  }

  /** Makes room for more; no other thread may be here. */
  void grow() {
    int[] larger = new int[2 * table.length];
    for (int number = 1; number < size; number++) {
      int place = place(number);
      long[] block = blocks[place >>> BLOCK_BITS];
      int at = place & BLOCK - 1;
      int slot = (int) hash(block, at + 1, at + 1 + (int) block[at]) & larger.length - 1;
      while (larger[slot] != 0) {
        slot = slot + 1 & larger.length - 1;
      }
      larger[slot] = number;
    }
    table = larger;
  }

  private static long hash(long[] source, int from, int to) {
    long hash = to - from;
    for (int i = from; i < to; i++) {
      hash = (hash ^ source[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return Random.mix(hash, to - from);
  }

  long bytes() {
    return 4L * table.length + 8L * used + 4L * size;
  }
}
