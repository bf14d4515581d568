package lastwords.machine.layout;

import java.util.ArrayList;
import java.util.List;

/** The reasons for dumps in a word: four bits each, the last one lowest, at most sixteen. */
public final class DumpWord {
  /** By number, in the words of lw_dumped()'s documentation. */
  public static final List<String> OCCASIONS =
      List.of("unknown", "panic", "oops", "emergency", "restart", "halt", "power-off", "shutdown");

  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;

  private DumpWord() {}

  /** Appends a reason to the word; a full word stays as it is. */
  public static void add(long[] words, int at, long occasion) {
    boolean known = occasion >= 0 && occasion < OCCASIONS.size();
    if (words[at] >>> Long.SIZE - BITS == 0) {
      words[at] = words[at] << BITS | (known ? occasion : 0) + 1;
    }
  }

  /** The reasons in the word, in order. */
  public static List<String> occasions(long word) {
    List<String> occasions = new ArrayList<>();
    for (long rest = word; rest != 0; rest >>>= BITS) {
      occasions.add(0, OCCASIONS.get((int) (rest & MASK) - 1));
    }
    return occasions;
  }
}
