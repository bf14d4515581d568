package lastwords.cluster.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the reader of a live machine's outcome should know. The first strokes of a fault are there
 * one by one; the others are counted.
 */
final class Notes {
  /** Strokes of a fault that are there one by one. */
  static final int MOST_STROKES = 100;

  private final List<String> all = new ArrayList<>();
  private final List<String> own = new ArrayList<>(); // those that no part tells again
  private final Map<Integer, Long> told = new TreeMap<>(); // strokes by fault, one by one
  private final SortedMap<Integer, Long> counted = new TreeMap<>(); // the others

  /** Something that a successor has to be told. */
  void add(String text) {
    own.add(text);
    all.add(text);
  }

  /**
   * A part tells of a fault's stroke, and will tell a successor.
   *
   * @param times how many strokes this stands for
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

  /** Those that no part tells again. */
  List<String> own() {
    return List.copyOf(own);
  }

  /** All of them. */
  List<String> all() {
    List<String> notes = new ArrayList<>(all);
    counted.forEach((fault, times) -> notes.add("fault " + fault + ": " + times + " more times"));
    return notes;
  }
}
