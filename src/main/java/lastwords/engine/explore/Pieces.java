package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.machine.Random;

/**
 * Pieces of a fixed number of words, each stored once and known by a number from 1 on; equal
 * numbers mean equal pieces. Several workers may store at the same time, but none while {@link
 * #grow} runs.
 */
final class Pieces {
  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS; // pieces that are allocated at a time
  private static final int CLAIMED = -1;

  private final int width;
  private long[][] blocks = new long[1 << 4][];
  private final int[] size = {1};
  private int[] table = new int[1 << 14]; // numbers

  Pieces(int width) {
    this.width = width;
  }

  /** The number of this piece, which is stored if it is new. */
  int number(long[] source, int from) {
    int[] slots = table;
    int mask = slots.length - 1;
    int slot = (int) hash(source, from) & mask;
    while (true) {
      int number = Atomics.get(slots, slot);
      if (number == 0 && Atomics.claim(slots, slot, CLAIMED)) {
        int stored = store(source, from);
        Atomics.set(slots, slot, stored);
        return stored;
      }
      if (number > 0) {
        if (is(number, source, from)) {
          return number;
        }
        slot = slot + 1 & mask;
      }
    }
  }

  /** Is that the number of this piece? */
  boolean is(int number, long[] source, int from) {
    int at = (number & BLOCK - 1) * width;
    return Arrays.equals(blocks[number >>> BLOCK_BITS], at, at + width, source, from, from + width);
  }

  void copy(int number, long[] target, int to) {
    System.arraycopy(
        blocks[number >>> BLOCK_BITS], (number & BLOCK - 1) * width, target, to, width);
  }

  private int store(long[] source, int from) {
    int number = Atomics.next(size, 0);
    int block = number >>> BLOCK_BITS;
    if (block >= blocks.length || blocks[block] == null) {
      allocate(block);
    }
    System.arraycopy(source, from, blocks[block], (number & BLOCK - 1) * width, width);
    return number;
  }

  private synchronized void allocate(int block) {
    if (block >= blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * blocks.length);
    }
    if (blocks[block] == null) {
      blocks[block] = new long[BLOCK * width];
    }
  }

  /** Should {@link #grow} be called soon? */
  boolean crowded() {
    return size[0] > table.length / 2;
  }

  /** Makes room for more; nobody else may be here. */
  void grow() {
    int[] larger = new int[2 * table.length];
    for (int number = 1; number < size[0]; number++) {
      long hash = hash(blocks[number >>> BLOCK_BITS], (number & BLOCK - 1) * width);
      int slot = (int) hash & larger.length - 1;
      while (larger[slot] != 0) {
        slot = slot + 1 & larger.length - 1;
      }
      larger[slot] = number;
    }
    table = larger;
  }

  private long hash(long[] source, int from) {
    long one = width;
    long other = 0;
    for (int i = 0; i < width; i += 2) {
      one = (one ^ source[from + i]) * 0x9E3779B97F4A7C15L;
      one ^= one >>> 32;
      other = (other ^ source[from + i + 1]) * 0xC2B2AE3D27D4EB4FL;
      other ^= other >>> 32;
    }
    return Random.mix(one, other);
  }

  long bytes() {
    return 4L * table.length + 8L * width * BLOCK * ((size[0] + BLOCK - 1L) / BLOCK);
  }
}
