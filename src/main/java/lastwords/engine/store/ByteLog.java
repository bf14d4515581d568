package lastwords.engine.store;

import java.util.Arrays;

/** An append-only log of numbers, written by one worker; small numbers take few bytes. */
public final class ByteLog {
  private static final int BLOCK_BITS = 16;
  private static final int BLOCK = 1 << BLOCK_BITS;

  private byte[][] blocks = {new byte[BLOCK]};
  private int used = 1; // blocks
  private byte[] last = blocks[0]; // the last of them
  private int end; // bytes used of it

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
    if (end == BLOCK) {
      extend();
    }
    last[end++] = value;
  }

  private void extend() {
    if (used == blocks.length) {
      blocks = Arrays.copyOf(blocks, 2 * used);
    }
    last = new byte[BLOCK];
    blocks[used++] = last;
    end = 0;
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
      if (at < block.length && block[at] >= 0) {
        return block[at++]; // most are small
      }
      return readLarge();
    }

    private int readLarge() {
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
    return ((long) used - 1 << BLOCK_BITS) + end;
  }

  public long bytes() {
    return (long) used * BLOCK;
  }
}
