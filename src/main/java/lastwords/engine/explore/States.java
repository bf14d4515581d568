package lastwords.engine.explore;

import java.util.Arrays;

/**
 * The states that were reached, each once, by number. A state is cut into pages, pages into groups;
 * what two states have in common is stored once. Nothing is hashed away: two states have the same
 * number only if they are equal.
 */
final class States {
  private static final int PAGE = 32; // words
  private static final int GROUP = 16; // pages

  private final int pageCount;
  private final int groupCount;
  private final Chunks pages = new Chunks(PAGE);
  private final Chunks groups = new Chunks(GROUP / 2);
  private final Chunks roots;
  private final long[] base; // the state that was loaded last
  private final int[] basePages;
  private final int[] baseGroups;
  private final long[] group = new long[GROUP / 2];
  private final long[] root;
  private final int[] newPages;

  /**
   * @param words of a state
   */
  States(int words) {
    pageCount = (words + PAGE - 1) / PAGE;
    groupCount = (pageCount + GROUP - 1) / GROUP;
    roots = new Chunks((groupCount + 1) / 2);
    base = new long[pageCount * PAGE];
    basePages = new int[groupCount * GROUP];
    baseGroups = new int[groupCount];
    root = new long[(groupCount + 1) / 2];
    newPages = new int[groupCount * GROUP];
    Arrays.fill(basePages, -1);
    Arrays.fill(baseGroups, -1);
  }

  int size() {
    return roots.size();
  }

  /** Was the state that was asked for last a new one? */
  boolean added() {
    return roots.added();
  }

  /**
   * The number of this state. Compares with the state that was loaded last, so it is quick for its
   * successors.
   */
  int number(long[] state) {
    System.arraycopy(basePages, 0, newPages, 0, newPages.length);
    for (int page = 0; page < pageCount; page++) {
      int from = page * PAGE;
      boolean same =
          basePages[page] >= 0 && Arrays.equals(state, from, from + PAGE, base, from, from + PAGE);
      newPages[page] = same ? basePages[page] : pages.number(state, from);
    }
    Arrays.fill(root, 0);
    for (int g = 0; g < groupCount; g++) {
      root[g >> 1] |= (long) groupOf(g) << 32 * (g & 1);
    }
    return roots.number(root, 0);
  }

  private int groupOf(int g) {
    int from = g * GROUP;
    if (baseGroups[g] >= 0
        && Arrays.equals(newPages, from, from + GROUP, basePages, from, from + GROUP)) {
      return baseGroups[g];
    }
    for (int i = 0; i < group.length; i++) {
      group[i] = newPages[from + 2 * i] & 0xffffffffL | (long) newPages[from + 2 * i + 1] << 32;
    }
    return groups.number(group, 0);
  }

  /** Makes this state the one that others are compared with, and writes it out. */
  void load(int number, long[] state) {
    roots.copy(number, root, 0);
    for (int g = 0; g < groupCount; g++) {
      int next = (int) (root[g >> 1] >>> 32 * (g & 1));
      if (next != baseGroups[g]) {
        loadGroup(g, next);
      }
    }
    reload(state);
  }

  private void loadGroup(int g, int number) {
    baseGroups[g] = number;
    groups.copy(number, group, 0);
    for (int i = 0; i < GROUP; i++) {
      int page = g * GROUP + i;
      int next = (int) (group[i >> 1] >>> 32 * (i & 1));
      if (page < pageCount && next != basePages[page]) {
        basePages[page] = next;
        pages.copy(next, base, page * PAGE);
      }
    }
  }

  /** Writes the state that was loaded last once more. */
  void reload(long[] state) {
    System.arraycopy(base, 0, state, 0, base.length);
  }

  /** Words that a state needs to have here: a whole number of pages. */
  static int rounded(int words) {
    return (words + PAGE - 1) / PAGE * PAGE;
  }

  long bytes() {
    return pages.bytes() + groups.bytes() + roots.bytes();
  }
}
