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

  int count() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }
}
