package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.machine.Changes;

/**
 * A worker's place among the states: one of them is loaded, which means that it stands in the
 * worker's machine, and what the machine becomes is told from it by the words that differ.
 */
final class Cursor {
  private static final int WORKER_SHIFT = 48;
  private static final long OFFSET = (1L << WORKER_SHIFT) - 1;
  private static final int FEW = 16; // pages that are kept as such, not as groups
  private static final int UNKNOWN = -1; // number of a group, where only its pages are known
  private static final int HALF = States.GROUP / 2; // words of a group, two pages in each

  private final States states;
  private final IntLog[] logs; // of all workers: numbers of groups, after how many they are
  private final int worker;
  private final long[] now; // the machine's state
  private final long[] base; // the state that is loaded
  private final Changes changes;
  private long fingerprint; // of the one that is loaded
  private int[] pages = new int[States.GROUP]; // its pages and groups, by slot
  private int[] groups = new int[1];
  private int groupCount;
  private final int[] changed; // groups with changed pages, while one is stored
  private final int[] saved;
  private final long[] group = new long[HALF];
  private boolean added;

  Cursor(States states, IntLog[] logs, int worker, long[] now) {
    this.states = states;
    this.logs = logs;
    this.worker = worker;
    this.now = now;
    this.base = states.first().clone();
    this.changes = new Changes(now, base);
    this.changed = new int[now.length / States.PAGE];
    this.saved = new int[now.length / States.PAGE];
    System.arraycopy(base, 0, now, 0, now.length);
  }

  /** What differs between the machine and the state that is loaded; to be filled by the world. */
  Changes changes() {
    return changes;
  }

  long[] base() {
    return base;
  }

  /** Was the state that was asked for last a new one? */
  boolean added() {
    return added;
  }

  /** The number of the state that the machine is in. */
  int number() {
    long print = fingerprint;
    for (int i = changes.size() - 1; i >= 0; i--) {
      int index = changes.index(i);
      print ^= states.print(index, base[index]) ^ states.print(index, now[index]);
    }
    int found = states.find(print, this);
    added = found < 0;
    return added ? states.add(-1 - found, print, store()) : found;
  }

  // ---- storing ----

  private long store() {
    IntLog log = logs[worker];
    long at = log.size();
    learnPages();
    if (states.slots() <= FEW) {
      storePages(log);
    } else {
      storeGroups(log);
    }
    return (long) worker << WORKER_SHIFT | at;
  }

  private void learnPages() {
    for (int i = 0; i < changes.size(); i++) {
      makeRoom(states.slot(changes.index(i) / States.PAGE));
    }
  }

  /** How many pages there are, as a negative number, and their numbers. */
  private void storePages(IntLog log) {
    int count = Math.min(pages.length, states.slots());
    long touched = 0;
    for (int i = 0; i < changes.size(); i++) {
      touched |= 1L << states.slot(changes.index(i) / States.PAGE);
    }
    log.add(-count);
    for (int slot = 0; slot < count; slot++) {
      log.add((touched >>> slot & 1) == 0 ? pages[slot] : changedPage(slot));
    }
  }

  /** How many groups there are, and their numbers. */
  private void storeGroups(IntLog log) {
    int count = changeGroups();
    log.add(groupCount);
    for (int g = 0; g < groupCount; g++) {
      log.add(groups[g]);
    }
    for (int i = 0; i < count; i++) {
      groups[changed[i]] = saved[i];
    }
  }

  /** Puts in the groups of the machine's state; how many are others than the loaded one's. */
  private int changeGroups() {
    int count = 0;
    for (int i = 0; i < changes.size(); i++) {
      count = mark(states.slot(changes.index(i) / States.PAGE) / States.GROUP, count);
    }
    for (int g = 0; g < groupCount; g++) {
      count = groups[g] == UNKNOWN ? mark(g, count) : count;
    }
    for (int i = 0; i < count; i++) {
      saved[i] = groups[changed[i]];
      groups[changed[i]] = group(changed[i]);
    }
    return count;
  }

  private int mark(int group, int count) {
    for (int i = 0; i < count; i++) {
      if (changed[i] == group) {
        return count;
      }
    }
    changed[count] = group;
    return count + 1;
  }

  private void makeRoom(int slot) {
    if (slot >= pages.length) {
      int needed = (slot / States.GROUP + 1) * States.GROUP;
      pages = Arrays.copyOf(pages, Math.max(2 * pages.length, needed));
      groups = Arrays.copyOf(groups, pages.length / States.GROUP);
    }
    groupCount = Math.max(groupCount, slot / States.GROUP + 1);
  }

  private int group(int g) {
    boolean first = true;
    for (int i = 0; i < States.GROUP; i++) {
      int slot = g * States.GROUP + i;
      int page = slot < pages.length && slot < states.slots() ? page(slot) : 0;
      first &= page == 0;
      long half = page & 0xffffffffL;
      group[i >> 1] = (i & 1) == 0 ? half : group[i >> 1] | half << 32;
    }
    return first ? 0 : states.groups.number(group, 0);
  }

  private int page(int slot) {
    int page = states.page(slot);
    int from = page * States.PAGE;
    if (Arrays.equals(now, from, from + States.PAGE, base, from, from + States.PAGE)) {
      return pages[slot];
    }
    return changedPage(slot);
  }

  private int changedPage(int slot) {
    int page = states.page(slot);
    return states.isFirst(page, now) ? 0 : states.pages.number(now, page * States.PAGE);
  }

  // ---- loading ----

  /** Loads a state: the machine is in it afterwards. */
  void load(int number) {
    changes.undo();
    changes.clear();
    long root = states.root(number);
    IntLog log = logs[(int) (root >>> WORKER_SHIFT)];
    long at = root & OFFSET;
    int count = log.get(at);
    if (count <= 0) {
      loadPages(log, at + 1, -count);
    } else {
      loadGroups(log, at, count);
    }
    fingerprint = states.fingerprint(number);
  }

  private void loadPages(IntLog log, long at, int count) {
    makeRoom(Math.max(count, 1) - 1);
    for (int slot = 0; slot < pages.length; slot++) {
      int next = slot < count ? log.get(at + slot) : 0;
      if (next != pages[slot]) {
        loadPage(slot, next);
      }
    }
    Arrays.fill(groups, UNKNOWN);
  }

  private void loadGroups(IntLog log, long at, int count) {
    makeRoom(count * States.GROUP - 1);
    for (int g = 0; g < groupCount; g++) {
      int next = g < count ? log.get(at + 1 + g) : 0;
      if (next != groups[g]) {
        loadGroup(g, next);
      }
    }
  }

  private void loadGroup(int g, int number) {
    groups[g] = number;
    read(number);
    for (int i = 0; i < States.GROUP; i++) {
      int next = page(group, i);
      int slot = g * States.GROUP + i;
      if (next != pages[slot]) {
        loadPage(slot, next);
      }
    }
  }

  private void read(int number) {
    if (number == 0) {
      Arrays.fill(group, 0);
    } else {
      states.groups.copy(number, group, 0);
    }
  }

  private static int page(long[] group, int i) {
    return (int) (group[i >> 1] >>> 32 * (i & 1));
  }

  private void loadPage(int slot, int number) {
    pages[slot] = number;
    int from = states.page(slot) * States.PAGE;
    if (number == 0) {
      System.arraycopy(states.first(), from, base, from, States.PAGE);
    } else {
      states.pages.copy(number, base, from);
    }
    System.arraycopy(base, from, now, from, States.PAGE);
  }

  /** Makes the machine the loaded state again. */
  void undo() {
    changes.undo();
    changes.clear();
  }

  // ---- comparing ----

  /** Is the machine in this state, word for word? */
  boolean holds(int number) {
    long root = states.root(number);
    IntLog log = logs[(int) (root >>> WORKER_SHIFT)];
    long at = root & OFFSET;
    int count = log.get(at);
    learnPages();
    for (int slot = 0; slot < pages.length && slot < states.slots(); slot++) {
      if (!holdsPage(slot, stored(log, at, count, slot))) {
        return false;
      }
    }
    return true;
  }

  /** The number of the page in a slot of a state that is stored there. */
  private int stored(IntLog log, long at, int count, int slot) {
    if (count <= 0) {
      return slot < -count ? log.get(at + 1 + slot) : 0;
    }
    int g = slot / States.GROUP;
    if (slot % States.GROUP == 0) {
      read(g < count ? log.get(at + 1 + g) : 0);
    }
    return page(group, slot % States.GROUP);
  }

  private boolean holdsPage(int slot, int number) {
    int page = states.page(slot);
    return number == 0
        ? states.isFirst(page, now)
        : states.pages.is(number, now, page * States.PAGE);
  }
}
