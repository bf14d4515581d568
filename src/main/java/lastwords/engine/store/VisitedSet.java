package lastwords.engine.store;

import java.util.Arrays;
import java.util.function.IntPredicate;
import lastwords.machine.bus.Random;

/**
 * The states reached, each once, by number from 0 on. A state is kept as the numbers of its pieces.
 * Several workers may look up states at the same time, but none while {@link #grow} runs.
 *
 * <p>Two states count as one if their 64-bit fingerprints are equal; if {@code exact}, only if all
 * their words are.
 */
public final class VisitedSet {
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final int CLAIMED = -1; // a number that no state has
  private static final int UNUSED = -1;

  public final CollapseLayout layout;
  final CollapseTable pieces = new CollapseTable();
  public final boolean exact;
  public final boolean symmetric;
  private final long[] first; // the initial state, with which all are compared
  private final int[] firstEnds; // by piece: one past its last word there that is not 0
  private final long[] keys; // by word, for fingerprints
  private final int[] slotOf; // by piece that some state changes and that is not a CPU
  private int[] pieceOf = new int[8]; // by slot
  private volatile int slots;
  private int[] table = new int[1 << 12]; // number + 1, with some bits of the key above it
  private int numberBits = 12;
  private long[][] prints = new long[1 << 4][]; // fingerprints, by number
  private long[][] images = new long[1 << 4][]; // fingerprints of state and image
  private int[][] places = new int[1 << 4][]; // where a state's pieces are stored
  private byte[][] workers = new byte[1 << 4][]; // in which worker's log
  private final int[] size = {0};

  /**
   * @param first the initial state
   * @param symmetric whether a state and its image are one
   */
  public VisitedSet(CollapseLayout layout, long[] first, boolean exact, boolean symmetric) {
    this.symmetric = symmetric;
    this.layout = layout;
    this.first = first.clone();
    this.exact = exact;
    slotOf = new int[layout.pieces()];
    Arrays.fill(slotOf, UNUSED);
    keys = new long[first.length];
    Arrays.setAll(keys, i -> Random.mix(0x5EED, i));
    firstEnds = new int[layout.pieces()];
    for (int piece = 0; piece < firstEnds.length; piece++) {
      int end = layout.to(piece);
      while (end > layout.from(piece) && first[end - 1] == 0) {
        end--;
      }
      firstEnds[piece] = end;
    }
  }

  public int size() {
    return size[0];
  }

  public long[] first() {
    return first;
  }

  /** A word's contribution to a state's fingerprint, which is the xor of all. */
  public long print(int index, long word) {
    long mixed = (word ^ keys[index]) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 32) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 29;
  }

  // ---- pieces ----

  /** The number of a piece of a state; 0 if it is as in the initial state. */
  public int number(int piece, long[] words) {
    return number(piece, words, layout.from(piece));
  }

  /** As above, for a piece that is elsewhere. */
  public int number(int piece, long[] words, int at) {
    int from = layout.from(piece);
    int to = layout.to(piece);
    boolean same = Arrays.equals(first, from, to, words, at, at + to - from);
    return same ? 0 : pieces.number(words, at, at + to - from);
  }

  /** Writes a piece's words; returns one past the last that is not 0. */
  public int copy(int piece, int number, long[] target) {
    int from = layout.from(piece);
    if (number == 0) {
      System.arraycopy(first, from, target, from, firstEnds[piece] - from);
      return firstEnds[piece];
    }
    pieces.copy(number, target, from);
    return from + pieces.words(number);
  }

  /** Writes all of a piece's words, from index 0 on. */
  public void copyWhole(int piece, int number, long[] target) {
    int from = layout.from(piece);
    int width = layout.to(piece) - from;
    if (number == 0) {
      System.arraycopy(first, from, target, 0, width);
    } else {
      pieces.copy(number, target, 0);
      Arrays.fill(target, pieces.words(number), width, 0);
    }
  }

  public int firstEnd(int piece) {
    return firstEnds[piece];
  }

  /** The index in the row of a piece that is not a CPU. */
  public int slot(int piece) {
    int slot = Atomics.get(slotOf, piece);
    return slot == UNUSED ? learn(piece) : slot;
  }

  /**
   * Gives a piece a slot. The slot is counted before the piece can be found, so that threads that
   * find it have made room for it.
   */
  private synchronized int learn(int piece) {
    if (slotOf[piece] == UNUSED) {
      int slot = slots;
      if (slot == pieceOf.length) {
        pieceOf = Arrays.copyOf(pieceOf, 2 * slot);
      }
      pieceOf[slot] = piece;
      slots = slot + 1;
      Atomics.set(slotOf, piece, slot);
    }
    return slotOf[piece];
  }

  public int piece(int slot) {
    return pieceOf[slot];
  }

  /** Number of pieces, other than CPUs, that some state changes. */
  public int slots() {
    return slots;
  }

  // ---- states ----

  /**
   * The number of the state with this fingerprint; if there is none yet, -1 - the slot claimed for
   * it, for which {@link #add} has to be called.
   *
   * @param same is the state with this number the wanted one? Asked only if {@code exact}.
   */
  public int find(long print, IntPredicate same) {
    int[] slots = table;
    int mask = slots.length - 1;
    int slot = (int) print & mask;
    int tag = tag(print);
    int numbers = (1 << numberBits) - 1;
    while (true) {
      int entry = Atomics.get(slots, slot);
      if (entry == 0 && Atomics.claim(slots, slot, CLAIMED)) {
        return -1 - slot;
      }
      if (entry == 0 || entry == CLAIMED) {
        Thread.onSpinWait(); // another worker is about to store it
        continue;
      }
      int number = (entry & numbers) - 1;
      if ((entry & ~numbers) == tag && print(number) == print && (!exact || same.test(number))) {
        return number;
      }
      slot = slot + 1 & mask;
    }
  }

  /** The number of a state that may have this fingerprint; does not wait for other workers. */
  public int guess(long print) {
    return (table[(int) print & table.length - 1] & (1 << numberBits) - 1) - 1;
  }

  /** The bits of a fingerprint that are stored above the number. */
  private int tag(long print) {
    return (int) (print >>> 34) << numberBits & Integer.MAX_VALUE;
  }

  /** A state's fingerprint. */
  public long print(int number) {
    return prints[number >>> BLOCK_BITS][number & BLOCK - 1];
  }

  /**
   * Stores a new state; its number.
   *
   * @param worker in whose log its pieces are
   * @param place where in it
   * @param own with symmetry reduction: the state's own fingerprint, print being the lower one
   * @param image with symmetry reduction: its image's
   */
  public int add(int slot, long print, int worker, long place, long own, long image) {
    int number = Atomics.next(size, 0);
    int block = number >>> BLOCK_BITS;
    if (block >= prints.length || prints[block] == null) {
      allocate(block);
    }
    int at = number & BLOCK - 1;
    prints[block][at] = print;
    places[block][at] = (int) place;
    workers[block][at] = (byte) worker;
    if (symmetric) {
      images[block][2 * at] = own;
      images[block][2 * at + 1] = image;
    }
    Atomics.set(table, slot, number + 1 | tag(print));
    return number;
  }

  /** With symmetry reduction: a state's own fingerprint. */
  public long own(int number) {
    return images[number >>> BLOCK_BITS][2 * (number & BLOCK - 1)];
  }

  /** With symmetry reduction: its image's. */
  public long image(int number) {
    return images[number >>> BLOCK_BITS][2 * (number & BLOCK - 1) + 1];
  }

  private synchronized void allocate(int block) {
    if (block >= prints.length) {
      images = Arrays.copyOf(images, 2 * prints.length);
      places = Arrays.copyOf(places, 2 * prints.length);
      workers = Arrays.copyOf(workers, 2 * prints.length);
      prints = Arrays.copyOf(prints, 2 * prints.length);
    }
    if (prints[block] == null) {
      images[block] = symmetric ? new long[2 * BLOCK] : NONE;
      places[block] = new int[BLOCK];
      workers[block] = new byte[BLOCK];
      prints[block] = new long[BLOCK];
    }
  }

  private static final long[] NONE = {};

  /** Where a state's pieces are stored. */
  public long place(int number) {
    return places[number >>> BLOCK_BITS][number & BLOCK - 1] & 0xffffffffL;
  }

  /** The worker in whose log they are. */
  public int worker(int number) {
    return workers[number >>> BLOCK_BITS][number & BLOCK - 1];
  }

  // ---- room ----

  private boolean full() {
    return size[0] > table.length / 2;
  }

  /** Should {@link #grow} be called soon? */
  public boolean crowded() {
    return full() || pieces.crowded();
  }

  /** Makes room for more; no other thread may be here. */
  public void grow() {
    if (full()) {
      growTable();
    }
    if (pieces.crowded()) {
      pieces.grow();
    }
  }

  private void growTable() {
    int[] larger = new int[2 * table.length];
    numberBits++;
    for (int number = 0; number < size[0]; number++) {
      long print = print(number);
      int slot = (int) print & larger.length - 1;
      while (larger[slot] != 0) {
        slot = slot + 1 & larger.length - 1;
      }
      larger[slot] = number + 1 | tag(print);
    }
    table = larger;
  }

  public long bytes() {
    long blocks = (symmetric ? 29L : 13L) * BLOCK * ((size[0] + BLOCK - 1L) / BLOCK);
    return 4L * table.length + blocks + pieces.bytes();
  }
}
