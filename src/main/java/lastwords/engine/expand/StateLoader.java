package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.model.Action;
import lastwords.engine.store.ByteLog;
import lastwords.engine.store.CollapseLayout;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.layout.Changes;

/** The loaded state, which is also in a worker's machine. */
final class StateLoader {
  private final VisitedSet states;
  private final CollapseLayout layout;
  private final long[] now; // the machine's state
  private final long[] base; // the loaded state
  private final int[] numbers; // of its pieces
  private final int[] ends; // by piece: one past the last word that is not 0
  private int[] row; // numbers of the pieces that some state changes
  private final ByteLog.Reader[] readers;
  private final Changes changes;
  private long print; // of the loaded state
  private long image; // with symmetry reduction: the fingerprint of its image

  /**
   * @param now the machine's state, which is the initial one
   */
  StateLoader(SearchSpace space, long[] now) {
    this.states = space.states;
    this.layout = states.layout;
    this.now = now;
    this.base = states.first().clone();
    this.changes = new Changes(now, base);
    System.arraycopy(base, 0, now, 0, now.length);
    numbers = new int[layout.pieces()];
    ends = new int[layout.pieces()];
    Arrays.setAll(ends, states::firstEnd);
    row = new int[layout.cpus()];
    readers = new ByteLog.Reader[space.logs.length];
    Arrays.setAll(readers, i -> space.logs[i].new Reader());
  }

  /** Differences between the machine and the loaded state; filled in by the model. */
  Changes changes() {
    return changes;
  }

  /** The words of the loaded state. */
  long[] base() {
    return base;
  }

  /** The words of the machine, which may have moved on. */
  long[] now() {
    return now;
  }

  long word(int index) {
    return base[index];
  }

  /** The number of a piece. */
  int number(int piece) {
    return numbers[piece];
  }

  /** What every choice reads: the CPU that it belongs to, and which words are waited for. */
  long begins(int choice) {
    return (long) numbers[Action.cpu(choice)] << 32 | numbers[layout.waitedFor()];
  }

  /** Its fingerprint. */
  long print() {
    return print;
  }

  /** With symmetry reduction: the fingerprint of its image. */
  long image() {
    return image;
  }

  /** The numbers of its pieces that some state changes; the next state overwrites it. */
  int[] row() {
    return row;
  }

  /** As above, in an array that is kept; the rest of it is zero. */
  int[] row(int[] copy) {
    int[] room = copy.length < row.length ? new int[row.length] : copy;
    System.arraycopy(row, 0, room, 0, row.length);
    Arrays.fill(room, row.length, room.length, 0);
    return room;
  }

  // ---- loading ----

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
    print = states.symmetric ? states.own(number) : states.print(number);
    image = states.symmetric ? states.image(number) : 0;
  }

  /** Returns the machine to the loaded state. */
  void undo() {
    changes.undo();
    changes.clear();
  }

  private void reach() {
    int all = layout.cpus() + states.slots();
    if (all > row.length) {
      row = Arrays.copyOf(row, all);
    }
  }

  private int piece(int slot) {
    return slot < layout.cpus() ? slot : states.piece(slot - layout.cpus());
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
}
