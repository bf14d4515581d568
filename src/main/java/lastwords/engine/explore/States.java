package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.machine.Random;

/**
 * The states that were reached, each once, by number from 0 on. A state is cut into pages, pages
 * into groups; what two states have in common is stored once, and what no state changes is not
 * stored at all. Several workers may look for states at the same time, each by a {@link Cursor} of
 * its own, but none while {@link #grow} runs.
 *
 * <p>Two states are one when their fingerprints of 64 bits are equal; when {@code exact}, only if
 * all their words are.
 */
final class States {
  static final int PAGE = 16; // words
  static final int GROUP = 8; // pages
  private static final int BLOCK_BITS = 14;
  private static final int BLOCK = 1 << BLOCK_BITS;
  private static final long CLAIMED = -1; // a number that none has
  private static final int UNUSED = -1;
  private static final int GROWTH = 4;

  final Pieces pages = new Pieces(PAGE);
  final Pieces groups = new Pieces(GROUP / 2);
  final boolean exact;
  private final long[] first; // the state that all are compared with
  private final long[] keys; // of each word, for fingerprints
  private final int[] slotOf; // of each page that some state changes: its place in the groups
  private int[] pageOf = new int[GROUP];
  private volatile int slots;
  private long[] table = new long[1 << 15]; // number + 1, and beside it the fingerprint
  private long[][] entries = new long[1 << 4][]; // of each state: its fingerprint, its root
  private final int[] size = {0};

  /**
   * @param first state; its length is a whole number of pages
   */
  States(long[] first, boolean exact) {
    this.first = first.clone();
    this.exact = exact;
    slotOf = new int[first.length / PAGE];
    Arrays.fill(slotOf, UNUSED);
    keys = new long[first.length];
    Arrays.setAll(keys, i -> Random.mix(0x5EED, i));
  }

  /** Words that a state needs to have here: a whole number of pages. */
  static int rounded(int words) {
    return (words + PAGE - 1) / PAGE * PAGE;
  }

  int size() {
    return size[0];
  }

  long[] first() {
    return first;
  }

  /** What a word contributes to a state's fingerprint, which is the xor of all. */
  long print(int index, long word) {
    long mixed = (word ^ keys[index]) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 32) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 29;
  }

  // ---- pages that some state changes ----

  /** Where a page stands among those that some state changes. */
  int slot(int page) {
    int slot = slotOf[page];
    return slot == UNUSED ? learn(page) : slot;
  }

  private synchronized int learn(int page) {
    if (slotOf[page] == UNUSED) {
      if (slots == pageOf.length) {
        pageOf = Arrays.copyOf(pageOf, 2 * slots);
      }
      pageOf[slots] = page;
      slotOf[page] = slots;
      slots++;
    }
    return slotOf[page];
  }

  int page(int slot) {
    return pageOf[slot];
  }

  /** How many pages some state changes. */
  int slots() {
    return slots;
  }

  /** Groups of pages that some state changes. */
  int groupCount() {
    return (slots + GROUP - 1) / GROUP;
  }

  /** Is this page as in the first state? */
  boolean isFirst(int page, long[] state) {
    int from = page * PAGE;
    return Arrays.equals(first, from, from + PAGE, state, from, from + PAGE);
  }

  // ---- states ----

  /**
   * The number of the state with this fingerprint; of none yet: -1 - the slot that was claimed for
   * it, for which {@link #add} has to be called.
   */
  int find(long fingerprint, Cursor cursor) {
    long[] slots = table;
    int mask = slots.length / 2 - 1;
    int slot = (int) fingerprint & mask;
    while (true) {
      long number = Atomics.get(slots, 2 * slot);
      if (number == 0 && Atomics.claim(slots, 2 * slot, CLAIMED)) {
        return -1 - slot;
      }
      if (number == 0 || number == CLAIMED) {
        Thread.onSpinWait(); // another worker is about to store it
        continue;
      }
      if (slots[2 * slot + 1] == fingerprint && (!exact || cursor.holds((int) number - 1))) {
        return (int) number - 1;
      }
      slot = slot + 1 & mask;
    }
  }

  /** Stores a new state; its number. */
  int add(int slot, long fingerprint, long root) {
    int number = Atomics.next(size, 0);
    int block = number >>> BLOCK_BITS;
    if (block >= entries.length || entries[block] == null) {
      allocate(block);
    }
    int at = 2 * (number & BLOCK - 1);
    entries[block][at] = fingerprint;
    entries[block][at + 1] = root;
    table[2 * slot + 1] = fingerprint;
    Atomics.set(table, 2 * slot, number + 1L);
    return number;
  }

  private synchronized void allocate(int block) {
    if (block >= entries.length) {
      entries = Arrays.copyOf(entries, 2 * entries.length);
    }
    if (entries[block] == null) {
      entries[block] = new long[2 * BLOCK];
    }
  }

  long fingerprint(int number) {
    return entries[number >>> BLOCK_BITS][2 * (number & BLOCK - 1)];
  }

  /** Where the numbers of a state's groups stand. */
  long root(int number) {
    return entries[number >>> BLOCK_BITS][2 * (number & BLOCK - 1) + 1];
  }

  // ---- room ----

  /** Should {@link #grow} be called soon? */
  boolean crowded() {
    return size[0] > table.length / 4 || pages.crowded() || groups.crowded();
  }

  /** Makes room for more; nobody else may be here. */
  void grow() {
    if (size[0] > table.length / 4) {
      growTable();
    }
    if (pages.crowded()) {
      pages.grow();
    }
    if (groups.crowded()) {
      groups.grow();
    }
  }

  private void growTable() {
    long[] larger = new long[GROWTH * table.length];
    int mask = larger.length / 2 - 1;
    for (int at = 0; at < table.length; at += 2) {
      if (table[at] != 0) {
        int slot = (int) table[at + 1] & mask;
        while (larger[2 * slot] != 0) {
          slot = slot + 1 & mask;
        }
        larger[2 * slot] = table[at];
        larger[2 * slot + 1] = table[at + 1];
      }
    }
    table = larger;
  }

  long bytes() {
    long blocks = 16L * BLOCK * ((size[0] + BLOCK - 1L) / BLOCK);
    return 8L * table.length + blocks + pages.bytes() + groups.bytes();
  }
}
