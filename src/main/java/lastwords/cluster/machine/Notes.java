package lastwords.cluster.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.kernelc.source.Wording;

/**
 * Notes for the reader of a live machine's outcome. The first firings of a fault are listed one by
 * one; later ones are counted.
 */
final class Notes {
  /** Firings of a fault that are listed one by one. */
  static final int MOST_STROKES = 100;

  private final List<String> all = new ArrayList<>();
  private final List<String> own = new ArrayList<>(); // not reported again by parts
  private final Map<Integer, Long> told = new TreeMap<>(); // firings by fault, listed one by one
  private final SortedMap<Integer, Long> counted = new TreeMap<>(); // the later ones

  /** Adds a note that a successor has to be told. */
  void add(String text) {
    own.add(text);
    all.add(text);
  }

  /**
   * Adds firings of a fault, which the part will report to a successor, too.
   *
   * @param times how many firings this stands for
   */
  void stroke(int fault, String text, long times) {
    long before = told.getOrDefault(fault, 0L);
    if (before < MOST_STROKES) {
      told.put(fault, before + 1);
      all.add(text);
    }
    long untold = times - (before < MOST_STROKES ? 1 : 0);
    if (untold > 0) {
      counted.merge(fault, untold, Long::sum);
    }
  }

  /** The notes that parts do not report again. */
  List<String> own() {
    return List.copyOf(own);
  }

  /** All of them. */
  List<String> all() {
    List<String> notes = new ArrayList<>(all);
    counted.forEach(
        (fault, times) -> notes.add("fault " + fault + ": " + Wording.count(times, "more time")));
    return notes;
  }
}
