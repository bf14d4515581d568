package lastwords.machine.part;

import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Request;

/**
 * A raw spinlock. Queued (first come, first served): a CPU that is frozen while it holds the lock,
 * or while it is queued, blocks every CPU behind it. Test-and-set: the first CPU to ask after the
 * lock is freed gets it.
 *
 * <p>An entry of the queue is a CPU and its context (an NMI may interrupt a queued CPU and queue as
 * well).
 */
public final class SpinLock implements Part {
  private static final int HOLDER = 0; // CPU + 1, 0 when free
  public static final int SHARED = 1; // words that matter to CPUs that do not wait for it
  private static final int LENGTH = 1; // number of queued entries
  private static final int WATCHERS = 2; // CPUs to wake at the next change
  private static final int TAKEN_AT =
      3; // pc of the call that took it: for reports only, without effect on behaviour
  private static final int QUEUE = 4; // 8 bits an entry: CPU * 4 + context, the next one lowest
  private static final int PLACES_A_WORD = 8;

  private final LockKind kind;
  private final int queueWords;
  private long[] state;
  private int at;

  public SpinLock(LockKind kind, int cpus) {
    this.kind = kind;
    this.queueWords = (4 * cpus + PLACES_A_WORD - 1) / PLACES_A_WORD;
  }

  @Override
  public int words() {
    return QUEUE + queueWords;
  }

  @Override
  public void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
  }

  @Override
  public void reset() {
    java.util.Arrays.fill(state, at, at + words(), 0);
  }

  @Override
  public void perform(Request request, long now, long draw, Effects effects) {
    switch (Operation.of(request.operation)) {
      case LOCK -> request.result = acquire(request) ? 1 : 0;
      case TRYLOCK -> request.result = tryAcquire(request) ? 1 : 0;
      case UNLOCK -> release(effects);
      case LOCK_INIT -> initialise(effects);
      case IS_LOCKED -> request.result = isLocked() ? 1 : 0;
      case WATCH_LOCK -> request.result = watch(request);
      default ->
          throw new IllegalStateException("no such operation on a lock: " + request.operation);
    }
  }

  /** raw_spin_lock(): true if the caller now holds the lock, false if it is queued. */
  private boolean acquire(Request request) {
    int place = place(request);
    boolean mine = !kind.fair() || state[at + LENGTH] == 0 || placeAt(0) == place;
    if (state[at + HOLDER] == 0 && mine) {
      leave(place);
      take(request);
      return true;
    }
    join(place);
    return false;
  }

  private boolean tryAcquire(Request request) {
    if (isLocked()) {
      return false;
    }
    take(request);
    return true;
  }

  private void take(Request request) {
    state[at + HOLDER] = request.cpu + 1;
    state[at + TAKEN_AT] = request.pc;
  }

  private void release(Effects effects) {
    state[at + HOLDER] = 0;
    wake(effects);
  }

  /**
   * The lock word is overwritten: holder and queue are gone; CPUs that spin in the queue find a
   * free lock.
   */
  private void initialise(Effects effects) {
    state[at + HOLDER] = 0;
    wakeLine(effects, (int) state[at + LENGTH]);
    java.util.Arrays.fill(state, at + QUEUE, at + QUEUE + queueWords, 0);
    state[at + LENGTH] = 0;
    wakeWatchers(effects);
  }

  private void wake(Effects effects) {
    int line = (int) state[at + LENGTH];
    wakeLine(effects, kind.fair() ? Math.min(1, line) : line);
    wakeWatchers(effects);
  }

  private void wakeLine(Effects effects, int places) {
    for (int i = 0; i < places; i++) {
      effects.wake(placeAt(i) >> 2);
    }
  }

  private void wakeWatchers(Effects effects) {
    for (long mask = state[at + WATCHERS]; mask != 0; mask &= mask - 1) {
      effects.wake(Long.numberOfTrailingZeros(mask));
    }
    state[at + WATCHERS] = 0;
  }

  /** raw_spin_is_locked(): for a queued lock, also true if no CPU holds it but one is queued. */
  public boolean isLocked() {
    return state[at + HOLDER] != 0 || (kind.fair() && state[at + LENGTH] != 0);
  }

  private long watch(Request request) {
    if (isLocked() != (request.a != 0)) {
      return 0;
    }
    state[at + WATCHERS] |= 1L << request.cpu;
    return 1;
  }

  private static int place(Request request) {
    return request.cpu << 2 | request.context;
  }

  private int placeAt(int index) {
    long word = state[at + QUEUE + index / PLACES_A_WORD];
    return (int) (word >>> 8 * (index % PLACES_A_WORD)) & 0xff;
  }

  private void setPlace(int index, int place) {
    int word = at + QUEUE + index / PLACES_A_WORD;
    int shift = 8 * (index % PLACES_A_WORD);
    state[word] = (state[word] & ~(0xffL << shift)) | (long) place << shift;
  }

  private void join(int place) {
    int length = (int) state[at + LENGTH];
    for (int i = 0; i < length; i++) {
      if (placeAt(i) == place) {
        return;
      }
    }
    setPlace(length, place);
    state[at + LENGTH] = length + 1;
  }

  private void leave(int place) {
    int length = (int) state[at + LENGTH];
    int kept = 0;
    for (int i = 0; i < length; i++) {
      int other = placeAt(i);
      if (other != place) {
        setPlace(kept++, other);
      }
    }
    for (int i = kept; i < length; i++) {
      setPlace(i, 0);
    }
    state[at + LENGTH] = kept;
  }

  /**
   * Removes CPUs that have stopped waiting from those to be woken; with {@code reports}, also
   * clears what only reports use.
   */
  public void forget(long waiting, boolean reports) {
    state[at + WATCHERS] &= waiting;
    if (reports || state[at + HOLDER] == 0) {
      state[at + TAKEN_AT] = 0;
    }
  }

  /**
   * Writes its slice with two CPUs swapped.
   *
   * @param to where to write it: the slice of another lock if it is a CPU's own
   */
  public void swap(CpuPermutation swap, long[] from, long[] image, int to) {
    System.arraycopy(from, at, image, to, words());
    image[to + HOLDER] = swap.cpu((int) from[at + HOLDER] - 1) + 1;
    image[to + WATCHERS] = swap.mask(from[at + WATCHERS]);
    for (int i = 0; i < from[at + LENGTH]; i++) {
      int shift = 8 * (i % PLACES_A_WORD);
      int place = (int) (from[at + QUEUE + i / PLACES_A_WORD] >>> shift) & 0xff;
      long moved = (long) (swap.cpu(place >> 2) << 2 | place & 3) << shift;
      int word = to + QUEUE + i / PLACES_A_WORD;
      image[word] = image[word] & ~(0xffL << shift) | moved;
    }
  }

  /** The CPU that holds it, or -1. */
  public int holder() {
    return (int) state[at + HOLDER] - 1;
  }

  /** The instruction that took it last. */
  public int takenAt() {
    return (int) state[at + TAKEN_AT];
  }

  /** Number of entries in its queue. */
  public int lineLength() {
    return (int) state[at + LENGTH];
  }

  /** The CPU of this entry of the queue; 0 is the next. */
  public int lineCpu(int index) {
    return placeAt(index) >> 2;
  }
}
