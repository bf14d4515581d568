package lastwords.kernelc.code;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.Local;

/** The slots of a function's frame; variables and temporaries are allocated like a stack. */
final class FrameLayout {
  /** Maximum number of slots of a frame. */
  static final int MOST = 1 << 15;

  private final Map<Local, Integer> locals = new LinkedHashMap<>();
  private final BitSet variables = new BitSet();
  private int top;
  private int used;
  private int touched;
  private boolean allTouched;

  /** Allocates a temporary slot. */
  int temporary() {
    return temporaries(1);
  }

  /** Allocates consecutive temporary slots; returns the first. */
  int temporaries(int count) {
    int first = top;
    top += count;
    used = Math.max(used, top);
    touched = Math.max(touched, top);
    return first;
  }

  /** Allocates the slots of a variable; returns the first. */
  int variable(Local local) {
    int first = temporaries(local.type().words());
    variables.set(first, top);
    locals.put(local, first);
    return first;
  }

  /** Turns a temporary slot into the variable's. */
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

  /** The slots of all variables that contain a slot, as one {@link Op#variable}. */
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

  /** Releases all slots from the mark on. */
  void release(int mark) {
    variables.clear(mark, Math.max(mark, top));
    top = mark;
  }

  /** Is it the most recently allocated slot, and a temporary? */
  boolean isLastTemporary(int slot) {
    return slot == top - 1 && !variables.get(slot);
  }

  /** Does the next variable's slot still hold the zero that the frame began with? */
  boolean nextIsZero() {
    return !allTouched && top >= touched;
  }

  /**
   * From now on slots may hold anything: a callee's frame overlapped them, or the code is run
   * again.
   */
  void touchAll() {
    allTouched = true;
  }

  /** Number of slots that the frame needs. */
  int words() {
    return used;
  }
}
