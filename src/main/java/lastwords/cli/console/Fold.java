package lastwords.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks text between words, at single spaces: what wider gaps join, such as a function and its
 * place, stays together, as do an arrow and what it points to, and lists in brackets. A word that
 * is wider than a line stays whole.
 */
final class Fold {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final Pattern BREAK =
      Pattern.compile("(?<=\\S)(?<!<-|->) (?=\\S)(?!\\[)(?![^\\[\\]]*\\])");

  private Fold() {}

  /** How many columns a text takes. */
  static int width(String text) {
    String plain = text.indexOf('\u001b') < 0 ? text : COLOUR.matcher(text).replaceAll("");
    return plain.codePointCount(0, plain.length());
  }

  /** The widest word of a text. */
  static int widestWord(String text) {
    int widest = 0;
    for (String word : BREAK.split(text.strip())) {
      widest = Math.max(widest, width(word));
    }
    return widest;
  }

  /**
   * The lines of a text.
   *
   * @param columns of each line
   * @param hanging how far all lines but the first are set in, beyond the text's own indentation
   */
  static List<String> lines(String text, int columns, int hanging) {
    if (width(text) <= columns) {
      return List.of(text);
    }
    String body = text.stripLeading();
    int own = text.length() - body.length();
    String indent = " ".repeat(own + hanging);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(" ".repeat(own));
    boolean empty = true;
    for (String word : BREAK.split(body)) {
      if (!empty && width(line.toString()) + 1 + width(word) > columns) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
