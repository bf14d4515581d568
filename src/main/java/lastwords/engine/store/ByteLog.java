package lastwords.engine.store;

import java.util.Arrays;

/** An append-only log of numbers, written by one worker; small numbers take few bytes. */
public final class ByteLog {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private byte[][] blocks = {new byte[BLOCK]};
  private long size;

  /** Adds an unsigned 32-bit number. */
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

  /** Reads numbers in sequence. */
  public final class Reader {
    private byte[] block = {};
    private int at; // in the block
    private int next; // number of the next block

    /** Continues with the number that begins at this byte. */
    public void seek(long place) {
      next = (int) (place >>> BLOCK_BITS) + 1;
      block = blocks[next - 1];
      at = (int) place & BLOCK - 1;
    }

    /** The position of the next byte to be read. */
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

  /** Size in bytes. */
  public long size() {
    return size;
  }

  public long bytes() {
    return (size + BLOCK - 1) / BLOCK * BLOCK;
  }
}
