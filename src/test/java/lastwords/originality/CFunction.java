package lastwords.originality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function, or a macro with parameters.
 *
 * @param line of its name, counted from 1
 * @param body without the outer braces
 */
record CFunction(String name, int line, List<Token> body) {
  private static final Pattern COMMENT =
      Pattern.compile(
          "/\\*.*?(?:\\*/|\\z)|//[^\n]*+|" + Token.STRING_LITERAL + "|" + Token.CHAR_LITERAL,
          Pattern.DOTALL);

  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "^[ \t]*#[^\n\\\\]*+(?:\\\\.[^\n\\\\]*+)*+",
          Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.DOTALL);

  private static final Pattern MACRO =
      Pattern.compile("[ \t]*#[ \t]*define[ \t]+(\\w+)\\([^()]*\\)(.*)", Pattern.DOTALL);

  /** At most this many words are between a function's parameters and its body: attributes. */
  private static final int ATTRIBUTES = 3;

  /** All functions of a C text, in order. */
  static List<CFunction> of(String source) {
    String code = withoutComments(source.replace("\r\n", "\n"));
    List<CFunction> found = new ArrayList<>();
    String rest = withoutDirectives(code, found);
    addFunctions(Token.of(rest, 1), found);
    found.sort(Comparator.comparingInt(CFunction::line));
    return found;
  }

  private static String withoutComments(String source) {
    return COMMENT
        .matcher(source)
        .replaceAll(
            match -> {
              String text = match.group();
              boolean literal = text.charAt(0) != '/';
              return Matcher.quoteReplacement(literal ? text : " " + blankLines(text));
            });
  }

  private static String withoutDirectives(String code, List<CFunction> macros) {
    return DIRECTIVE
        .matcher(code)
        .replaceAll(
            match -> {
              int line = Token.newlines(code, 0, match.start()) + 1;
              Matcher macro = MACRO.matcher(match.group());
              if (macro.lookingAt()) {
                List<Token> body = Token.of(macro.group(2), line);
                macros.add(new CFunction(macro.group(1), line, body));
              }
              return blankLines(match.group());
            });
  }

  private static String blankLines(String text) {
    return "\n".repeat(Token.newlines(text, 0, text.length()));
  }

  private static void addFunctions(List<Token> tokens, List<CFunction> found) {
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).is("{")) {
        int name = nameBefore(tokens, at);
        int end = endOfBlock(tokens, at, name >= 0);
        if (name >= 0) {
          Token word = tokens.get(name);
          found.add(new CFunction(word.text(), word.line(), tokens.subList(at + 1, end)));
        }
        at = end;
      }
    }
  }

  /** The brace that ends a block. A function ends with a brace in column 1 in any case. */
  private static int endOfBlock(List<Token> tokens, int open, boolean function) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
      if (depth == 0 || function && token.is("}") && token.first()) {
        return at;
      }
    }
    return tokens.size();
  }

  /** Where the name of the function is whose body a brace opens; -1 if it opens none. */
  private static int nameBefore(List<Token> tokens, int brace) {
    int at = brace - 1;
    while (at >= Math.max(0, brace - ATTRIBUTES) && tokens.get(at).isWord()) {
      at--;
    }
    while (at > 0 && tokens.get(at).is(")")) {
      int open = openingOf(tokens, at);
      if (open < 1 || !tokens.get(open - 1).isWord()) {
        return -1;
      }
      if (open < 2 || !tokens.get(open - 2).is(")")) {
        return open - 1;
      }
      at = open - 2; // that was an attribute with arguments
    }
    return -1;
  }

  private static int openingOf(List<Token> tokens, int close) {
    int depth = 0;
    for (int at = close; at >= 0; at--) {
      depth += tokens.get(at).is(")") ? 1 : tokens.get(at).is("(") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }
}
