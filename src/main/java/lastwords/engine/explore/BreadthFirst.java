package lastwords.engine.explore;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import lastwords.engine.expand.Expander;
import lastwords.engine.expand.SearchSpace;
import lastwords.engine.explore.Exploration.End;
import lastwords.engine.store.Ints;

/**
 * Has workers expand states, level after level, until there are no more or a bound is reached. A
 * level's states are shared out; the next level begins when all of them are expanded.
 */
final class BreadthFirst {
  private static final int BATCH = 64; // states that a worker expands between two looks around
  private static final int SHARED = 512; // fewer states are not worth more than one worker

  private final SearchSpace space;
  private final Expander[] expanders;
  private final WorkerPool workers;
  private final Bounds bounds;
  private final Explorer.Listener listener;
  private final ReadWriteLock room = new ReentrantReadWriteLock(); // write: to make more
  private final AtomicInteger next = new AtomicInteger(); // place in the work, to be expanded
  private int first; // of the states that were never expanded
  private Ints reopened = new Ints();
  private final Ints levels = new Ints(); // the first state of each
  private boolean inOrder = true; // do levels tell the length of schedules?
  private volatile End end = End.SPACE_EXHAUSTED;

  /**
   * @param expanders one for each worker
   */
  BreadthFirst(
      SearchSpace space,
      Expander[] expanders,
      WorkerPool workers,
      Bounds bounds,
      Explorer.Listener listener) {
    this.space = space;
    this.expanders = expanders;
    this.workers = workers;
    this.bounds = bounds;
    this.listener = listener;
  }

  /** Expands all states that are known and not expanded, and all that follow. */
  void search() {
    while (first < space.size() && end == End.SPACE_EXHAUSTED && !space.symmetry().broken()) {
      int to = space.size();
      levels.add(first);
      if (levels.size() > bounds.depth() || to >= bounds.states()) {
        end = End.BOUND_REACHED;
        return;
      }
      expand(first, to, false);
      first = to;
    }
  }

  /** Expands these again, and lets time pass there. */
  void reopen(Ints states) {
    reopened = states;
    inOrder = false;
    expand(0, reopened.size(), true);
  }

  /** Expands the states from one up to another, or those that are reopened. */
  private void expand(int from, int to, boolean again) {
    space.admit();
    next.set(from);
    if (workers.count() == 1 || to - from < SHARED) {
      share(0, to, again);
    } else {
      workers.run(worker -> share(worker, to, again));
    }
  }

  private void share(int worker, int to, boolean again) {
    Expander expander = expanders[worker];
    for (int at = next.getAndAdd(BATCH); at < to; at = next.getAndAdd(BATCH)) {
      makeRoom();
      look(worker, at, to);
      if (end != End.SPACE_EXHAUSTED) {
        return;
      }
      room.readLock().lock();
      try {
        for (int i = at; i < Math.min(to, at + BATCH); i++) {
          expander.expand(again ? reopened.get(i) : i, again, to);
        }
        expander.finish(to);
      } finally {
        room.readLock().unlock();
      }
    }
  }

  private void makeRoom() {
    if (!space.crowded()) {
      return;
    }
    room.writeLock().lock();
    try {
      space.grow();
    } finally {
      room.writeLock().unlock();
    }
  }

  private void look(int worker, int at, int to) {
    if (worker != 0) {
      return;
    }
    int known = space.size();
    listener.progress(
        known, transitions(), Math.max(0, levels.size() - 1), known - Math.min(at, to));
    if (Thread.currentThread().isInterrupted()) {
      end = End.INTERRUPTED;
    } else if (bytes() > bounds.bytes()) {
      end = End.MEMORY_REACHED;
    }
  }

  private long transitions() {
    long all = 0;
    for (Expander expander : expanders) {
      all += expander.transitions();
    }
    return all;
  }

  /** Bytes of memory that the search has taken. */
  long bytes() {
    long bytes = space.bytes();
    for (Expander expander : expanders) {
      bytes += expander.bytes();
    }
    return bytes + 2 * expanders[0].model().machine().texts().characters();
  }

  // ---- results ----

  /** Why it is over. */
  End end() {
    return end;
  }

  /** Is the level in which a state was found the length of a shortest schedule to it? */
  boolean inOrder() {
    return inOrder;
  }

  /** Can a run come back to where it was? Not if all transitions lead to later levels. */
  boolean mayTurn() {
    for (Expander expander : expanders) {
      if (expander.ledBack()) {
        return true;
      }
    }
    return !inOrder;
  }

  /** The first state of each level, and behind them the number of states. */
  Ints levels() {
    Ints starts = new Ints();
    for (int i = 0; i < levels.size(); i++) {
      add(starts, levels.get(i));
    }
    add(starts, space.size());
    return starts;
  }

  private static void add(Ints starts, int start) {
    if (starts.size() == 0 || start > starts.get(starts.size() - 1)) {
      starts.add(start);
    }
  }
}
