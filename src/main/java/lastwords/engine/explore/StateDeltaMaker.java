package lastwords.engine.explore;

import java.util.Arrays;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.Ints;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.bus.Footprint;
import lastwords.machine.cpu.Changes;

/** Makes a move of what a choice has changed. */
final class StateDeltaMaker {
  private final VisitedSet states;
  private final CollapseLayout layout;
  private final long[] now;
  private final long[] base;
  private final int[] seen;
  private final int move;
  private final Ints pieces = new Ints();
  private final Ints words = new Ints();
  private final Ints memory = new Ints(); // pieces of memory that the words are in
  private long print;

  /**
   * @param now the state that it has led to
   * @param base the state before
   * @param seen of each word, and behind them of each piece: {@code move} when it has looked at it
   */
  StateDeltaMaker(VisitedSet states, long[] now, long[] base, int[] seen, int move) {
    this.states = states;
    this.layout = states.layout;
    this.now = now;
    this.base = base;
    this.seen = seen;
    this.move = move;
  }

  /**
   * The move.
   *
   * @param firstId of the pieces of memory that it writes to
   */
  StateDelta of(Changes changes, Footprint footprint, boolean drew, boolean goesOn, int firstId) {
    for (int i = 0; i < footprint.writes(); i++) {
      write(footprint.written(i));
    }
    for (int i = 0; i < changes.size(); i++) {
      take(changes.index(i));
    }
    int[] numbers = new int[pieces.size()];
    Arrays.setAll(numbers, i -> states.number(pieces.get(i), now));
    StateDelta.Page[] pages = new StateDelta.Page[memory.size()];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = page(memory.get(i), firstId + i);
    }
    return new StateDelta(true, drew, goesOn, print, toArray(pieces), numbers, pages);
  }

  private StateDelta.Page page(int piece, int id) {
    Ints indices = new Ints();
    for (int i = 0; i < words.size(); i++) {
      if (layout.pieceOf(words.get(i)) == piece) {
        indices.add(words.get(i));
      }
    }
    long[] values = new long[indices.size()];
    Arrays.setAll(values, i -> now[indices.get(i)]);
    return new StateDelta.Page(id, piece, toArray(indices), values);
  }

  private static int[] toArray(Ints list) {
    return Arrays.copyOf(list.array(), list.size());
  }

  private void write(int index) {
    if (!has(words, index)) {
      words.add(index);
      add(memory, layout.pieceOf(index));
      print ^= states.print(index, now[index]);
    }
  }

  private void take(int index) {
    int piece = layout.pieceOf(index);
    boolean data = layout.isData(index);
    if (data ? !has(words, index) : seen[now.length + piece] != move) {
      throw new IllegalStateException("a step changed word " + index + " without looking at it");
    }
    if (!data) {
      print ^= states.print(index, base[index]) ^ states.print(index, now[index]);
      add(pieces, piece);
    }
  }

  private static void add(Ints list, int value) {
    if (!has(list, value)) {
      list.add(value);
    }
  }

  private static boolean has(Ints list, int value) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) == value) {
        return true;
      }
    }
    return false;
  }
}
