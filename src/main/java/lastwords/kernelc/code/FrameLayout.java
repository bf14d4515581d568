package lastwords.kernelc.code;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.Local;

/** The slots of a function's frame: variables and temporaries come and go like a stack. */
final class FrameLayout {
  /** Slots of one frame. */
  static final int MOST = 1 << 15;

  private final Map<Local, Integer> locals = new LinkedHashMap<>();
  private final BitSet variables = new BitSet();
  private int top;
  private int used;
  private int touched;
  private boolean allTouched;

  /** A slot for a while. */
  int temporary() {
    return temporaries(1);
  }

  /** Slots for a while, one after the other; the first. */
  int temporaries(int count) {
    int first = top;
    top += count;
    used = Math.max(used, top);
    touched = Math.max(touched, top);
    return first;
  }

  /** Slots for a variable; the first. */
  int variable(Local local) {
    int first = temporaries(local.type().words());
    variables.set(first, top);
    locals.put(local, first);
    return first;
  }

  /** Makes a temporary slot the variable's. */
  void bind(Local local, int slot) {
    variables.set(slot);
    locals.put(local, slot);
  }

  int slot(Local local) {
    Integer slot = locals.get(local);
    if (slot == null) {
      throw new IllegalStateException(
          "variable without a slot: " + local.name() + " at " + local.spot());
    }
    return slot;
  }

  /** The variables that a slot belongs to, one within the other, as {@link Op#variable}. */
  int around(int slot) {
    int first = slot;
    int end = slot + 1;
    for (Map.Entry<Local, Integer> local : locals.entrySet()) {
      int from = local.getValue();
      int to = from + local.getKey().type().words();
      if (from <= slot && slot < to) {
        first = Math.min(first, from);
        end = Math.max(end, to);
      }
    }
    return Op.variable(first, end - first);
  }

  int mark() {
    return top;
  }

  /** Gives back the slots from the mark on. */
  void release(int mark) {
    variables.clear(mark, Math.max(mark, top));
    top = mark;
  }

  /** Is it the last slot taken, and a temporary one? */
  boolean isLastTemporary(int slot) {
    return slot == top - 1 && !variables.get(slot);
  }

  /** Does the next variable's slot still hold the zero with which the frame began? */
  boolean nextIsZero() {
    return !allTouched && top >= touched;
  }

  /**
   * From here on slots may hold anything: a called function's frame lay over them, or the code is
   * run again.
   */
  void touchAll() {
    allTouched = true;
  }

  /** Slots that the frame needs. */
  int words() {
    return used;
  }
}
