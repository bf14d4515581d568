package lastwords.engine.explore;

import java.util.Arrays;

/** Short numbers that are written once, one after the other, by one worker, and stay. */
final class ShortLog {
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private short[][] blocks = new short[16][];
  private long size;

  void add(short value) {
    int block = (int) (size >>> BLOCK_BITS);
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new short[BLOCK];
    }
    blocks[block][(int) size & BLOCK - 1] = value;
    size++;
  }

  short get(long index) {
    return blocks[(int) (index >>> BLOCK_BITS)][(int) index & BLOCK - 1];
  }

  long size() {
    return size;
  }

  long bytes() {
    return 2L * BLOCK * ((size + BLOCK - 1) / BLOCK);
  }
}
