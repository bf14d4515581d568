package lastwords.engine.expand;

import java.util.Arrays;
import java.util.function.IntPredicate;
import lastwords.engine.store.ByteLog;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.VisitedSet;

/**
 * The targets of a worker's moves: finds the numbers of states from what a move changes, and stores
 * new states.
 */
final class Successors {
  private static final int KNOWN_BITS = 16;
  private static final long MOST_BYTES = 1L << 32; // per worker

  private final VisitedSet states;
  private final CollapseLayout layout;
  private final StateLoader loaded;
  private final int worker;
  private final ByteLog log;
  private final ByteLog.Reader[] readers;
  private final IntPredicate isNext = this::isNext;
  private int[] next; // numbers of the pieces of the state that is looked up
  private final long[] words = new long[CollapseLayout.WIDTH];
  private final long[] knownKeys = new long[1 << KNOWN_BITS]; // pieces and what is written to them
  private final int[] knownNumbers = new int[1 << KNOWN_BITS]; // the resulting pieces
  private int[] guesses = new int[16];
  private long fetched; // unused; keeps the prefetch from being optimised away

  /**
   * @param loaded the state that moves start from, unless another is given
   */
  Successors(SearchSpace space, int worker, StateLoader loaded) {
    this.states = space.states;
    this.layout = states.layout;
    this.loaded = loaded;
    this.worker = worker;
    this.log = space.logs[worker];
    this.readers = new ByteLog.Reader[space.logs.length];
    Arrays.setAll(readers, i -> space.logs[i].new Reader());
    this.next = new int[layout.cpus()];
  }

  /** Stores the first state; returns its number. */
  int begin() {
    return follow(loaded.row(), 0, 0, StateDelta.BEGIN, 0);
  }

  /** The fingerprint of the state that a move leads to from the loaded one. */
  long print(StateDelta move) {
    long print = loaded.print();
    if (states.symmetric) {
      return lower(print ^ move.own(), loaded.image() ^ move.image());
    }
    long wanted = print ^ move.print();
    for (int i = move.pages() - 1; i >= 0; i--) {
      for (int index : move.page(i).indices()) {
        wanted ^= states.print(index, loaded.word(index));
      }
    }
    return wanted;
  }

  /** The fingerprint that identifies a state and its image. */
  private static long lower(long one, long other) {
    return Long.compareUnsigned(one, other) < 0 ? one : other;
  }

  /**
   * Prefetches for states with these fingerprints, which are about to be looked up: the cache
   * misses are taken all at once.
   */
  void expect(long[] prints, int count) {
    if (guesses.length < count) {
      guesses = new int[2 * count];
    }
    for (int i = 0; i < count; i++) {
      guesses[i] = states.guess(prints[i]);
    }
    int size = states.size();
    for (int i = 0; i < count; i++) {
      int guess = guesses[i];
      fetched += guess >= 0 && guess < size ? states.print(guess) : 0;
    }
  }

  /** The number of the state that a move leads to from the loaded one. */
  int follow(StateDelta move) {
    return follow(loaded.row(), loaded.print(), loaded.image(), move, print(move));
  }

  /**
   * The number of the state that a move leads to.
   *
   * @param row pieces of the state before
   * @param before its fingerprint
   * @param beforeImage its image's fingerprint
   * @param wanted the fingerprint that identifies the target
   */
  int follow(int[] row, long before, long beforeImage, StateDelta move, long wanted) {
    if (states.exact) {
      put(row, move);
    }
    int found = states.find(wanted, isNext);
    if (found >= 0) {
      return found;
    }
    long own = before ^ move.own();
    long other = beforeImage ^ move.image();
    return states.add(-1 - found, wanted, worker, store(row, move), own, other);
  }

  /**
   * With symmetry reduction: does a move lead to the image of this state, and not to the state
   * itself?
   *
   * @param before the fingerprint of the state before
   */
  boolean swaps(long before, StateDelta move, int number) {
    return states.symmetric && (before ^ move.own()) != states.own(number);
  }

  private long store(int[] row, StateDelta move) {
    put(row, move);
    if (log.size() >= MOST_BYTES) {
      throw new IllegalStateException("a worker has found more states than it can keep");
    }
    long place = log.size();
    int count = next.length;
    while (count > 0 && next[count - 1] == 0) {
      count--;
    }
    log.add(count);
    for (int slot = 0; slot < count; slot++) {
      log.add(next[slot]);
    }
    return place;
  }

  // ---- the pieces of the next state ----

  /** Determines the pieces of the state that a move leads to. */
  private void put(int[] row, StateDelta move) {
    reach(move);
    int known = Math.min(row.length, next.length);
    System.arraycopy(row, 0, next, 0, known);
    Arrays.fill(next, known, next.length, 0);
    for (int i = 0; i < move.pieces(); i++) {
      next[slot(move.piece(i))] = move.number(i);
    }
    for (int i = 0; i < move.pages(); i++) {
      int slot = slot(move.page(i).piece());
      next[slot] = number(next[slot], move.page(i));
    }
  }

  /** Makes room for all pieces, including a move's. */
  private void reach(StateDelta move) {
    for (int i = 0; i < move.pages(); i++) {
      states.slot(move.page(i).piece());
    }
    for (int i = 0; i < move.pieces(); i++) {
      if (move.piece(i) >= layout.cpus()) {
        states.slot(move.piece(i));
      }
    }
    int all = layout.cpus() + states.slots();
    if (all > next.length) {
      next = new int[all];
    }
  }

  private int slot(int piece) {
    return piece < layout.cpus() ? piece : layout.cpus() + states.slot(piece);
  }

  /** Is this the state whose pieces were determined last? */
  private boolean isNext(int number) {
    ByteLog.Reader reader = readers[states.worker(number)];
    reader.seek(states.place(number));
    int count = reader.read();
    for (int slot = 0; slot < Math.max(count, next.length); slot++) {
      int one = slot < count ? reader.read() : 0;
      if (one != (slot < next.length ? next[slot] : 0)) {
        return false;
      }
    }
    return true;
  }

  /** The number of a piece of memory after a page is written to it. */
  private int number(int before, StateDelta.Page page) {
    long key = (long) before << 32 | page.id();
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> Long.SIZE - KNOWN_BITS);
    if (knownKeys[slot] != key) {
      knownNumbers[slot] = written(before, page);
      knownKeys[slot] = key;
    }
    return knownNumbers[slot];
  }

  private int written(int before, StateDelta.Page page) {
    int from = layout.from(page.piece());
    states.copyWhole(page.piece(), before, words);
    for (int i = 0; i < page.indices().length; i++) {
      words[page.indices()[i] - from] = page.values()[i];
    }
    return states.number(page.piece(), words, 0);
  }
}
