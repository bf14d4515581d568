package lastwords.cli.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Which columns of a table are side by side, and how wide each is. If there is not enough room,
 * columns of several words are folded; if that is not enough, the widest ones leave the row: the
 * first column becomes a line above its rows, any other a line below.
 *
 * @param columns how wide the table may be
 * @param headings of all columns
 * @param widths of all columns, including those that have left the row
 * @param inRow the columns side by side
 * @param below the columns with a line of their own, below the row
 * @param above is the first column above its rows?
 */
record TableLayout(
    int columns,
    List<String> headings,
    List<Integer> widths,
    List<Integer> inRow,
    List<Integer> below,
    boolean above) {
  private static final int GAP = 2;

  /** A folded column is not made narrower than this, to stay readable. */
  private static final int READABLE = 32;

  static TableLayout of(List<List<String>> rows, int columns) {
    List<String> headings = rows.get(0);
    List<Integer> all = IntStream.range(0, headings.size()).boxed().toList();
    List<Integer> natural = all.stream().map(it -> widest(rows, it, Fold::width)).toList();
    List<Integer> least =
        all.stream()
            .map(
                it ->
                    Math.max(
                        widest(rows, it, Fold::widestWord), Math.min(natural.get(it), READABLE)))
            .toList();
    List<Integer> inRow = new ArrayList<>(all);
    TreeSet<Integer> below = new TreeSet<>();
    boolean above = false;
    while (inRow.size() > 1 && total(inRow, least) + (above ? GAP : 0) > columns) {
      Integer widest = inRow.stream().max(Comparator.comparing(least::get)).orElseThrow();
      inRow.remove(widest);
      above |= widest == 0;
      if (widest > 0) {
        below.add(widest);
      }
    }
    List<Integer> widths = narrowed(natural, least, inRow, columns - (above ? GAP : 0));
    return new TableLayout(columns, headings, widths, inRow, List.copyOf(below), above);
  }

  private static int widest(List<List<String>> rows, int column, ToIntFunction<String> width) {
    return rows.stream().mapToInt(row -> width.applyAsInt(row.get(column))).max().orElse(0);
  }

  private static int total(List<Integer> inRow, List<Integer> widths) {
    return inRow.stream().mapToInt(widths::get).sum() + GAP * (inRow.size() - 1);
  }

  /** Takes the excess from the widest column, until they fit. */
  private static List<Integer> narrowed(
      List<Integer> natural, List<Integer> least, List<Integer> inRow, int columns) {
    List<Integer> widths = new ArrayList<>(natural);
    for (int excess = total(inRow, widths) - columns; excess > 0; excess--) {
      inRow.stream()
          .filter(it -> widths.get(it) > least.get(it))
          .max(Comparator.comparing(widths::get))
          .ifPresent(it -> widths.set(it, widths.get(it) - 1));
    }
    return List.copyOf(widths);
  }

  int width(int column) {
    return widths.get(column);
  }

  String heading(int column) {
    return headings.get(column);
  }
}
