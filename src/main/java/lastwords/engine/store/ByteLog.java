package lastwords.engine.store;

import java.util.Arrays;

/**
 * Numbers that are written once, one after the other, by one worker, and stay; small ones take few
 * bytes.
 */
public final class ByteLog {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private byte[][] blocks = {new byte[BLOCK]};
  private long size;

  /** Adds a number of 32 bits without a sign. */
  public void add(int value) {
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  /** Adds a number that may be negative. */
  public void addSigned(int value) {
    add(value << 1 ^ value >> 31);
  }

  private void put(byte value) {
    int block = (int) (size >>> BLOCK_BITS);
    if (block == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * block);
    }
    if (blocks[block] == null) {
      blocks[block] = new byte[BLOCK];
    }
    blocks[block][(int) size & BLOCK - 1] = value;
    size++;
  }

  /** Reads numbers, one after the other. */
  public final class Reader {
    private byte[] block = {};
    private int at; // in the block
    private int next; // block

    /** The next number to be read is the one that begins with this byte. */
    public void seek(long place) {
      next = (int) (place >>> BLOCK_BITS) + 1;
      block = blocks[next - 1];
      at = (int) place & BLOCK - 1;
    }

    /** The byte that is read next. */
    public long place() {
      return ((long) next - 1 << BLOCK_BITS) + at;
    }

    public int read() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        if (at == BLOCK) {
          block = blocks[next++];
          at = 0;
        }
        byte some = block[at++];
        value |= (some & 0x7f) << shift;
        if (some >= 0) {
          return value;
        }
      }
    }

    public int readSigned() {
      int value = read();
      return value >>> 1 ^ -(value & 1);
    }
  }

  /** Bytes. */
  public long size() {
    return size;
  }

  public long bytes() {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }
}
