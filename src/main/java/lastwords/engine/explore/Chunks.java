package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.machine.Random;

/**
 * Pieces of a fixed number of words, each stored once and known by a number; equal numbers mean
 * equal pieces.
 */
final class Chunks {
  private static final int BLOCK_BITS = 10;
  private static final int BLOCK = 1 << BLOCK_BITS; // pieces that are allocated at a time

  private final int width;
  private long[][] blocks = new long[4][];
  private int size;
  private int[] table = new int[1 << 10]; // number + 1
  private boolean added;

  Chunks(int width) {
    this.width = width;
  }

  /** The number of this piece, which is stored if it is new. */
  int number(long[] source, int from) {
    int mask = table.length - 1;
    int slot = (int) hash(source, from) & mask;
    while (table[slot] != 0) {
      int number = table[slot] - 1;
      int at = (number & BLOCK - 1) * width;
      if (Arrays.equals(
          blocks[number >>> BLOCK_BITS], at, at + width, source, from, from + width)) {
        added = false;
        return number;
      }
      slot = slot + 1 & mask;
    }
    added = true;
    table[slot] = size + 1;
    store(source, from);
    if (2 * size > table.length) {
      grow();
    }
    return size - 1;
  }

  /** Was the last piece that was asked for new? */
  boolean added() {
    return added;
  }

  int size() {
    return size;
  }

  void copy(int number, long[] target, int to) {
    System.arraycopy(
        blocks[number >>> BLOCK_BITS], (number & BLOCK - 1) * width, target, to, width);
  }

  private void store(long[] source, int from) {
    int block = size >>> BLOCK_BITS;
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new long[BLOCK * width];
    }
    System.arraycopy(source, from, blocks[block], (size & BLOCK - 1) * width, width);
    size++;
  }

  private void grow() {
    int[] larger = new int[2 * table.length];
    for (int number = 0; number < size; number++) {
      long hash = hash(blocks[number >>> BLOCK_BITS], (number & BLOCK - 1) * width);
      int slot = (int) hash & larger.length - 1;
      while (larger[slot] != 0) {
        slot = slot + 1 & larger.length - 1;
      }
      larger[slot] = number + 1;
    }
    table = larger;
  }

  private long hash(long[] source, int from) {
    long hash = width;
    for (int i = 0; i < width; i++) {
      hash = (hash ^ source[from + i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    return Random.mix(hash, 0);
  }

  long bytes() {
    return 4L * table.length + 8L * width * BLOCK * ((size + BLOCK - 1L) / BLOCK);
  }
}
