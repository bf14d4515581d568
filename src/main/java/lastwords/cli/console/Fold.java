package lastwords.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Breaks text between words, at single spaces: words separated by wider gaps, such as a function
 * and its place, stay together, and so do an arrow and its target, and lists in brackets. A word
 * that is wider than a line is not broken.
 */
final class Fold {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  private static final Pattern BREAK =
      Pattern.compile("(?<=\\S)(?<!<-|->) (?=\\S)(?!\\[)(?![^\\[\\]]*\\])");

  private Fold() {}

  /** The width of a text in columns. */
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
   * @param hanging indentation of all lines but the first, in addition to the text's own
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
