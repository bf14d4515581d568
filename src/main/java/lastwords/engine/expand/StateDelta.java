package lastwords.engine.expand;

import lastwords.engine.reduce.AmpleSet;

/**
 * What a choice does to any state in which what it looks at is the same: it puts in other pieces
 * and other words of memory, or does nothing, since it cannot happen yet.
 */
final class StateDelta {
  /** A section that cannot begin. */
  static final StateDelta NONE =
      new StateDelta(false, false, false, 0, new int[0], new int[0], new Page[0]);

  /** The first state out of nothing. */
  static final StateDelta BEGIN =
      new StateDelta(true, false, false, 0, new int[0], new int[0], new Page[0]);

  /**
   * What is written to a piece of memory.
   *
   * @param id that no other page of any move of this worker has
   * @param indices of words in the state
   * @param values theirs
   */
  record Page(int id, int piece, int[] indices, long[] values) {}

  private final boolean happened;
  private final boolean drew;
  private final boolean goesOn;
  private final long print;
  private final int[] pieces;
  private final int[] numbers;
  private final Page[] pages;
  private long own; // see prints()
  private long image;

  /**
   * @param drew whether it drew a random number
   * @param goesOn see {@link #goesOn}
   * @param print what it changes of the fingerprint, as an xor, and what the words that it writes
   *     contribute
   * @param pieces that it puts in
   * @param numbers theirs
   */
  StateDelta(
      boolean happened,
      boolean drew,
      boolean goesOn,
      long print,
      int[] pieces,
      int[] numbers,
      Page[] pages) {
    this.happened = happened;
    this.drew = drew;
    this.goesOn = goesOn;
    this.print = print;
    this.pieces = pieces;
    this.numbers = numbers;
    this.pages = pages;
  }

  boolean happened() {
    return happened;
  }

  boolean drew() {
    return drew;
  }

  /** Was it a CPU's step after which it works on where it was: see {@link AmpleSet#was}? */
  boolean goesOn() {
    return goesOn;
  }

  long print() {
    return print;
  }

  /** All that it changes of the fingerprint, and of that of the state's image. */
  void prints(long ownPrint, long imagePrint) {
    own = ownPrint;
    image = imagePrint;
  }

  /** What it changes of the fingerprint; only with symmetry reduction. */
  long own() {
    return own;
  }

  /** What it changes of the fingerprint of the state's image. */
  long image() {
    return image;
  }

  /** How many pieces it puts in. */
  int pieces() {
    return pieces.length;
  }

  int piece(int i) {
    return pieces[i];
  }

  int number(int i) {
    return numbers[i];
  }

  /** How many pieces of memory it writes to. */
  int pages() {
    return pages.length;
  }

  Page page(int i) {
    return pages[i];
  }

  long bytes() {
    long bytes = 100 + 8L * pieces.length;
    for (Page page : pages) {
      bytes += 80 + 12L * page.indices().length;
    }
    return bytes;
  }
}
