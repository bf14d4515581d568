package lastwords.trace.picture;

import java.util.ArrayList;
import java.util.List;

/** Text wrapped to a given width. */
final class Wrapped {
  private Wrapped() {}

  /**
   * The lines; the last one ends in an ellipsis if there is more.
   *
   * @param width characters per line
   * @param most maximum number of lines
   */
  static List<String> lines(String text, int width, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most) {
      int end = end(rest, width);
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      String last = lines.get(most - 1);
      lines.set(most - 1, last.substring(0, Math.min(last.length(), width - 3)) + "...");
    }
    return lines;
  }

  /** At the last space, unless that is at the very beginning of the line. */
  private static int end(String text, int width) {
    if (text.length() <= width) {
      return text.length();
    }
    int space = text.lastIndexOf(' ', width);
    return space > width / 8 ? space : width;
  }
}
