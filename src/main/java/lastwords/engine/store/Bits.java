package lastwords.engine.store;

/** A set of state numbers, of fixed size. */
public final class Bits {
  private final long[] words;

  public Bits(int size) {
    words = new long[(size >>> 6) + 1];
  }

  public boolean get(int number) {
    return (words[number >>> 6] >>> number & 1) != 0;
  }

  public void set(int number) {
    words[number >>> 6] |= 1L << number;
  }

  /** The highest number up to this one that is not in the set; -1 if there is none. */
  public int lastClear(int number) {
    if (number < 0) {
      return -1;
    }
    int at = number >>> 6;
    long missing = ~words[at] & -1L >>> 63 - (number & 63);
    while (missing == 0 && at > 0) {
      missing = ~words[--at];
    }
    return missing == 0 ? -1 : (at << 6) + 63 - Long.numberOfLeadingZeros(missing);
  }

  public int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }
}
