package lastwords.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text for Markdown. */
public final class Markdown {
  private Markdown() {}

  /** Text that says itself, whatever it means in Markdown. */
  public static String escaped(String text) {
    return text.replace("|", "\\|").replace("_", "\\_").replace("*", "\\*");
  }

  /**
   * The lines of a table.
   *
   * @param rows cells in Markdown, as many as headings
   */
  public static List<String> table(List<String> headings, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(headings));
    lines.add("|" + "---|".repeat(headings.size()));
    rows.forEach(cells -> lines.add(row(cells)));
    return lines;
  }

  private static String row(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** All of them escaped. */
  public static List<String> escaped(List<String> cells) {
    return cells.stream().map(Markdown::escaped).toList();
  }
}
