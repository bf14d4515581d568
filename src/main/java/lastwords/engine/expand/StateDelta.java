package lastwords.engine.expand;

import lastwords.engine.reduce.AmpleSet;

/**
 * The effect of a choice on any state in which everything it reads is the same: it replaces pieces
 * and words of memory, or does nothing, because it cannot happen yet.
 */
final class StateDelta {
  /** A section that cannot begin. */
  static final StateDelta NONE =
      new StateDelta(false, false, false, 0, new int[0], new int[0], new Page[0]);

  /** Creates the first state. */
  static final StateDelta BEGIN =
      new StateDelta(true, false, false, 0, new int[0], new int[0], new Page[0]);

  /**
   * What is written to a piece of memory.
   *
   * @param id unique among the pages of all moves of this worker
   * @param indices of words in the state
   * @param values the words' new values
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
   * @param print its change of the fingerprint, as an xor, including the contribution of the words
   *     that it writes
   * @param pieces those that it replaces
   * @param numbers of the new pieces
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

  /** Was it a step after which the CPU continues in the same place: see {@link AmpleSet#was}? */
  boolean goesOn() {
    return goesOn;
  }

  long print() {
    return print;
  }

  /** Sets its whole change of the fingerprint, and of the image's fingerprint. */
  void prints(long ownPrint, long imagePrint) {
    own = ownPrint;
    image = imagePrint;
  }

  /** Its change of the fingerprint; only with symmetry reduction. */
  long own() {
    return own;
  }

  /** Its change of the image's fingerprint. */
  long image() {
    return image;
  }

  /** Number of pieces that it replaces. */
  int pieces() {
    return pieces.length;
  }

  int piece(int i) {
    return pieces[i];
  }

  int number(int i) {
    return numbers[i];
  }

  /** Number of pieces of memory that it writes to. */
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
