package lastwords.originality;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token of a C text.
 *
 * @param line counted from 1
 * @param first is it at the very beginning of its line?
 */
record Token(Kind kind, String text, int line, boolean first) {
  enum Kind {
    STRING,
    CHAR,
    WORD,
    NUMBER,
    SIGN
  }

  static final String STRING_LITERAL = "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"";
  static final String CHAR_LITERAL = "'[^'\\\\\n]*+(?:\\\\.[^'\\\\\n]*+)*+'";

  private static final String SIGNS =
      "<<=|>>=|\\.\\.\\.|->|\\+\\+|--|<<|>>|<=|>=|==|!=|&&|\\|\\||##|[-+*/%&|^]=|[^\\s\\w\\\\\"']";

  private static final Pattern TOKEN =
      Pattern.compile(
          String.join(
              "|",
              "(?<string>" + STRING_LITERAL + ")",
              "(?<char>" + CHAR_LITERAL + ")",
              "(?<word>[A-Za-z_]\\w*+)",
              "(?<number>\\.?\\d[\\w.]*+)",
              "(?<sign>" + SIGNS + ")"),
          Pattern.DOTALL);

  /**
   * The tokens of a text without comments and directives. Lone quotes and backslashes are not
   * tokens.
   */
  static List<Token> of(String text, int firstLine) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int line = firstLine;
    int at = 0;
    while (matcher.find()) {
      line += newlines(text, at, matcher.start());
      at = matcher.start();
      boolean first = at == 0 || text.charAt(at - 1) == '\n';
      tokens.add(new Token(kindOf(matcher), matcher.group(), line, first));
    }
    return tokens;
  }

  static int newlines(String text, int from, int to) {
    return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private static Kind kindOf(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      if (matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT)) != null) {
        return kind;
      }
    }
    throw new IllegalStateException("a token of no kind: " + matcher.group());
  }

  boolean is(String text) {
    return this.text.equals(text);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }
}
