package lastwords.cli.kernel;

import java.util.List;

/** Finds the text of a definition in a source. */
final class DefinitionText {
  private DefinitionText() {}

  /**
   * The definition that begins on a line, up to its closing brace.
   *
   * @param line from 1
   */
  static String at(String source, int line) {
    List<String> lines = source.lines().skip(line - 1L).toList();
    String text = String.join("\n", lines);
    return text.substring(0, end(text));
  }

  /** After the closing brace; braces in comments, texts and characters do not count. */
  private static int end(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '/' -> i = afterComment(text, i);
        case '"', '\'' -> i = afterText(text, i);
        case '{' -> depth++;
        case '}' -> {
          depth--;
          if (depth == 0) {
            return i + 1;
          }
        }
        default -> {}
      }
    }
    return text.length();
  }

  private static int afterComment(String text, int at) {
    boolean block = text.startsWith("/*", at);
    if (!block && !text.startsWith("//", at)) {
      return at;
    }
    int end = text.indexOf(block ? "*/" : "\n", at + 2);
    return end < 0 ? text.length() : end + (block ? 1 : 0);
  }

  private static int afterText(String text, int at) {
    char quote = text.charAt(at);
    int i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
