package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.engine.store.ByteLog;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.bus.Footprint;
import lastwords.machine.cpu.Changes;

/**
 * A worker's place among the states: one of them is loaded, which means that it stands in the
 * worker's machine, and others are told from it by a {@link StateDelta}.
 */
public final class StateLoader {
  private static final int KNOWN_BITS = 16;
  private static final long MOST_BYTES = 1L << 32; // of a worker

  private final VisitedSet states;
  private final CollapseLayout layout;
  private final long[] now; // the machine's state
  private final long[] base; // the state that is loaded
  private final int[] numbers; // of its pieces
  private final int[] ends; // of its pieces: one past the last word that is not 0
  private int[] row = {}; // the numbers of those that some state changes
  private int[] next = {}; // the same of the state that is asked for
  private final int worker;
  private final ByteLog[] logs;
  private final ByteLog.Reader[] readers;
  private final Changes changes;
  private final long[] words = new long[CollapseLayout.WIDTH];
  private final long[] knownKeys = new long[1 << KNOWN_BITS]; // pieces and what is written to them
  private final int[] knownNumbers = new int[1 << KNOWN_BITS]; // what they become
  private int pageIds = 1;
  private final int[] seen; // of each word and piece: the move that has it, while one is made
  private int moves;
  private long print; // of the state that is loaded
  private long image; // with a mirror: the fingerprint of its image
  private int[] guesses = new int[16];
  private long fetched; // nothing that matters

  /**
   * @param logs of all workers: the numbers of states' pieces
   * @param now the machine's state
   */
  StateLoader(VisitedSet states, ByteLog[] logs, int worker, long[] now) {
    this.states = states;
    this.logs = logs;
    this.worker = worker;
    readers = new ByteLog.Reader[logs.length];
    Arrays.setAll(readers, i -> logs[i].new Reader());
    this.layout = states.layout;
    this.now = now;
    this.base = states.first().clone();
    this.changes = new Changes(now, base);
    System.arraycopy(base, 0, now, 0, now.length);
    numbers = new int[layout.pieces()];
    ends = new int[layout.pieces()];
    Arrays.setAll(ends, states::firstEnd);
    seen = new int[now.length + layout.pieces()];
    next = new int[layout.cpus()];
    row = new int[layout.cpus()];
  }

  /** What differs between the machine and the state that is loaded; to be filled by the model. */
  Changes changes() {
    return changes;
  }

  long[] base() {
    return base;
  }

  // ---- what the loaded state is like ----

  long word(int index) {
    return base[index];
  }

  /** The number of one of its pieces. */
  int number(int piece) {
    return numbers[piece];
  }

  /** What each choice looks at: the CPU that it is about, and which words are waited for. */
  long begins(int choice) {
    return (long) numbers[Action.cpu(choice)] << 32 | numbers[layout.waitedFor()];
  }

  // ---- loading ----

  /** Stores the first state; its number. */
  int begin() {
    return follow(row, 0, 0, StateDelta.BEGIN, 0);
  }

  /** Loads a state: the machine is in it afterwards. */
  void load(int number) {
    undo();
    reach();
    ByteLog.Reader reader = readers[states.worker(number)];
    reader.seek(states.place(number));
    int count = reader.read();
    for (int slot = 0; slot < row.length; slot++) {
      row[slot] = slot < count ? reader.read() : 0;
      int piece = piece(slot);
      if (row[slot] != numbers[piece]) {
        bring(piece, row[slot]);
      }
    }
    print = states.mirror ? states.own(number) : states.print(number);
    image = states.mirror ? states.image(number) : 0;
  }

  /** The fingerprint of the loaded state. */
  long print() {
    return print;
  }

  /** With a mirror: the fingerprint of its image. */
  long image() {
    return image;
  }

  /** The numbers of the loaded state's pieces that some state changes; behind the end are zeros. */
  int[] row(int[] copy) {
    int[] room = copy.length < row.length ? new int[row.length] : copy;
    System.arraycopy(row, 0, room, 0, row.length);
    Arrays.fill(room, row.length, room.length, 0);
    return room;
  }

  private int piece(int slot) {
    return slot < layout.cpus() ? slot : states.piece(slot - layout.cpus());
  }

  private void reach() {
    int all = layout.cpus() + states.slots();
    if (all > row.length) {
      row = Arrays.copyOf(row, all);
      next = new int[all];
    }
  }

  private void bring(int piece, int number) {
    int end = ends[piece];
    int newEnd = states.copy(piece, number, base);
    int from = layout.from(piece);
    if (end > newEnd) {
      Arrays.fill(base, newEnd, end, 0);
    }
    System.arraycopy(base, from, now, from, Math.max(end, newEnd) - from);
    ends[piece] = newEnd;
    numbers[piece] = number;
  }

  /** Makes the machine the loaded state again. */
  void undo() {
    changes.undo();
    changes.clear();
  }

  // ---- moving ----

  /** The fingerprint of the state that a move leads to. */
  long print(StateDelta move) {
    if (states.mirror) {
      return lower(print ^ move.own(), image ^ move.image());
    }
    long wanted = print ^ move.print();
    for (int i = move.pages() - 1; i >= 0; i--) {
      for (int index : move.page(i).indices()) {
        wanted ^= states.print(index, base[index]);
      }
    }
    return wanted;
  }

  /**
   * States with these fingerprints are about to be asked for: what has to be fetched for them from
   * far away in memory is fetched all at once.
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

  /** The number of the state that a move leads to from the one that is loaded. */
  int follow(StateDelta move) {
    return follow(row, print, image, move, print(move));
  }

  /** The fingerprint by which a state and its image are known. */
  private static long lower(long one, long other) {
    return Long.compareUnsigned(one, other) < 0 ? one : other;
  }

  /**
   * The number of the state that a move leads to.
   *
   * @param row of the state before
   * @param before its fingerprint
   * @param beforeImage that of its image
   * @param wanted the fingerprint that the state is known by
   */
  int follow(int[] row, long before, long beforeImage, StateDelta move, long wanted) {
    if (states.exact) {
      put(row, move);
    }
    int found = states.find(wanted, this::isNext);
    if (found >= 0) {
      return found;
    }
    long own = before ^ move.own();
    long other = beforeImage ^ move.image();
    return states.add(-1 - found, wanted, worker, store(row, move), own, other);
  }

  private long store(int[] row, StateDelta move) {
    put(row, move);
    ByteLog log = logs[worker];
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

  /** Finds out the numbers of the pieces of the state that a move leads to. */
  private void put(int[] row, StateDelta move) {
    for (int i = 0; i < move.pages(); i++) {
      states.slot(move.page(i).piece());
    }
    for (int i = 0; i < move.pieces(); i++) {
      if (move.piece(i) >= layout.cpus()) {
        states.slot(move.piece(i));
      }
    }
    reach();
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

  private int slot(int piece) {
    return piece < layout.cpus() ? piece : layout.cpus() + states.slot(piece);
  }

  /** Is that the state whose pieces were put in last? */
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

  /** What a piece of memory with this number becomes. */
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

  // ---- making moves ----

  /**
   * The move that the machine has just made, which is then taken back. What it depends on is asked
   * by the cache.
   *
   * @param goesOn see {@link StateDelta#goesOn}
   */
  StateDelta made(
      int choice, Model model, boolean happened, boolean goesOn, TransitionCache cache) {
    Footprint footprint = model.footprint();
    moves++;
    seen[now.length + Action.cpu(choice)] = moves;
    seen[now.length + layout.waitedFor()] = moves;
    cache.begin();
    for (int i = 0; i < footprint.size(); i++) {
      ask(footprint.entry(i), cache);
    }
    for (int i = 0; states.mirror && i < footprint.writes(); i++) {
      ask(footprint.written(i), cache);
    }
    StateDelta move = happened ? made(footprint, model.drew(), goesOn) : StateDelta.NONE;
    undo();
    return move;
  }

  /**
   * With a mirror: does a move lead to the image of this state, and not to the state itself?
   *
   * @param before the fingerprint of the state before
   */
  boolean swaps(long before, StateDelta move, int number) {
    return states.mirror && (before ^ move.own()) != states.own(number);
  }

  /** What two states' fingerprints differ by, as an xor. */
  long difference(long[] one, long[] other) {
    long difference = 0;
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        difference ^= states.print(i, one[i]) ^ states.print(i, other[i]);
      }
    }
    return difference;
  }

  private StateDelta made(Footprint footprint, boolean drew, boolean goesOn) {
    StateDeltaMaker maker = new StateDeltaMaker(states, now, base, seen, moves);
    StateDelta move = maker.of(changes, footprint, drew, goesOn, pageIds);
    pageIds += move.pages();
    return move;
  }

  /** Makes the cache ask for what a footprint has noted, unless it does already. */
  void ask(int entry, TransitionCache cache) {
    if (entry >= 0) {
      if (seen[entry] != moves) {
        seen[entry] = moves;
        cache.ask(TransitionCache.word(entry), base[entry]);
      }
      return;
    }
    for (int piece = layout.firstOf(-1 - entry); piece < layout.endOf(-1 - entry); piece++) {
      if (seen[now.length + piece] != moves) {
        seen[now.length + piece] = moves;
        cache.ask(TransitionCache.piece(piece), numbers[piece]);
      }
    }
  }
}
