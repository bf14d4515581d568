package lastwords.engine.explore;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import lastwords.engine.expand.Expander;
import lastwords.engine.expand.SearchSpace;
import lastwords.engine.explore.Exploration.End;
import lastwords.engine.store.Ints;

/**
 * Has workers expand states, level by level, until there are no more or a bound is reached. The
 * states of a level are divided among the workers; the next level begins when all are expanded.
 */
final class BreadthFirst {
  private static final int BATCH = 64; // states that a worker expands between two checks of bounds
  private static final int SHARED = 512; // smaller levels are not worth more than one worker

  private final SearchSpace space;
  private final Expander[] expanders;
  private final WorkerPool workers;
  private final Bounds bounds;
  private final Explorer.Listener listener;
  private final ReadWriteLock room = new ReentrantReadWriteLock(); // write lock: to make room
  private final AtomicInteger next = new AtomicInteger(); // index of the next state to expand
  private int first; // first state never expanded
  private Ints reopened = new Ints();
  private final Ints levels = new Ints(); // the first state of each level
  private boolean inOrder = true; // are levels the lengths of schedules?
  private volatile End end = End.SPACE_EXHAUSTED;

  /**
   * @param expanders one per worker
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

  /** Expands all states that are known but not expanded, and everything that follows. */
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

  /** Expands these states again, letting time pass there. */
  void reopen(Ints states) {
    reopened = states;
    inOrder = false;
    expand(0, reopened.size(), true);
  }

  /** Expands a range of states, or those that are reopened. */
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

  /** Memory taken by the search, in bytes. */
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

  /** Is a state's level the length of a shortest schedule to it? */
  boolean inOrder() {
    return inOrder;
  }

  /** Can a run return to an earlier state? Not if all transitions lead to later levels. */
  boolean mayTurn() {
    for (Expander expander : expanders) {
      if (expander.ledBack()) {
        return true;
      }
    }
    return !inOrder;
  }

  /** The first state of each level, followed by the number of states. */
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
