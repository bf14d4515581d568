package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.Ints;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.bus.Footprint;
import lastwords.machine.layout.Changes;

/**
 * Makes a {@link StateDelta} of what a worker's machine has just done, and tells the cache what it
 * depended on.
 */
final class StateDeltaMaker {
  private final VisitedSet states;
  private final CollapseLayout layout;
  private final StateLoader loaded;
  private final TransitionCache cache;
  private final int words; // of a state
  private final int[] seen; // by word and piece: the latest move that has it
  private int moves;
  private int pageIds = 1;

  // ---- of the move being made ----
  private final Ints pieces = new Ints(); // those that it changes
  private final Ints written = new Ints(); // words of memory
  private final Ints memory = new Ints(); // pieces that contain these words
  private long print;

  StateDeltaMaker(VisitedSet states, StateLoader loaded, TransitionCache cache) {
    this.states = states;
    this.layout = states.layout;
    this.loaded = loaded;
    this.cache = cache;
    this.words = loaded.base().length;
    this.seen = new int[words + layout.pieces()];
  }

  /**
   * The move that the machine has just made, which is then undone.
   *
   * @param goesOn see {@link StateDelta#goesOn}
   */
  StateDelta made(int choice, Model model, boolean happened, boolean goesOn) {
    Footprint footprint = model.footprint();
    moves++;
    seen[words + Action.cpu(choice)] = moves;
    seen[words + layout.waitedFor()] = moves;
    cache.begin();
    for (int i = 0; i < footprint.size(); i++) {
      ask(footprint.entry(i));
    }
    for (int i = 0; states.symmetric && i < footprint.writes(); i++) {
      ask(footprint.written(i));
    }
    StateDelta move = happened ? made(footprint, model.drew(), goesOn) : StateDelta.NONE;
    loaded.undo();
    return move;
  }

  // ---- what it depends on ----

  /** Adds the questions for a footprint's entry to the cache, unless it asks them already. */
  void ask(int entry) {
    if (entry >= 0) {
      if (seen[entry] != moves) {
        seen[entry] = moves;
        cache.ask(TransitionCache.word(entry), loaded.word(entry));
      }
      return;
    }
    for (int piece = layout.firstOf(-1 - entry); piece < layout.endOf(-1 - entry); piece++) {
      if (seen[words + piece] != moves) {
        seen[words + piece] = moves;
        cache.ask(TransitionCache.piece(piece), loaded.number(piece));
      }
    }
  }

  // ---- what it changes ----

  private StateDelta made(Footprint footprint, boolean drew, boolean goesOn) {
    pieces.clear();
    written.clear();
    memory.clear();
    print = 0;
    for (int i = 0; i < footprint.writes(); i++) {
      write(footprint.written(i));
    }
    Changes changes = loaded.changes();
    for (int i = 0; i < changes.size(); i++) {
      take(changes.index(i));
    }
    int[] numbers = new int[pieces.size()];
    Arrays.setAll(numbers, i -> states.number(pieces.get(i), loaded.now()));
    StateDelta.Page[] pages = new StateDelta.Page[memory.size()];
    Arrays.setAll(pages, i -> page(memory.get(i)));
    return new StateDelta(true, drew, goesOn, print, toArray(pieces), numbers, pages);
  }

  private StateDelta.Page page(int piece) {
    Ints indices = new Ints();
    for (int i = 0; i < written.size(); i++) {
      if (layout.pieceOf(written.get(i)) == piece) {
        indices.add(written.get(i));
      }
    }
    long[] values = new long[indices.size()];
    Arrays.setAll(values, i -> loaded.now()[indices.get(i)]);
    return new StateDelta.Page(pageIds++, piece, toArray(indices), values);
  }

  private static int[] toArray(Ints list) {
    return Arrays.copyOf(list.array(), list.size());
  }

  private void write(int index) {
    if (!written.contains(index)) {
      written.add(index);
      add(memory, layout.pieceOf(index));
      print ^= states.print(index, loaded.now()[index]);
    }
  }

  private void take(int index) {
    int piece = layout.pieceOf(index);
    boolean data = layout.isData(index);
    if (data ? !written.contains(index) : seen[words + piece] != moves) {
      throw new IllegalStateException("a step changed word " + index + " without looking at it");
    }
    if (!data) {
      print ^= states.print(index, loaded.word(index)) ^ states.print(index, loaded.now()[index]);
      add(pieces, piece);
    }
  }

  private static void add(Ints list, int value) {
    if (!list.contains(value)) {
      list.add(value);
    }
  }
}
