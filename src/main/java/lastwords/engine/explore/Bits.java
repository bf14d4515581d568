package lastwords.engine.explore;

/** A set of numbers of states, of a fixed size. */
final class Bits {
  private final long[] words;

  Bits(int size) {
    words = new long[(size >>> 6) + 1];
  }

  boolean get(int number) {
    return (words[number >>> 6] >>> number & 1) != 0;
  }

  void set(int number) {
    words[number >>> 6] |= 1L << number;
  }

  /** The highest number up to this one that is not in the set; -1: there is none. */
  int lastClear(int number) {
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

  int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }
}
