package lastwords.scenario.release;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions that a C source defines, found by its braces, without compiling it. */
final class CFunctions {
  private static final Pattern HIDDEN =
      Pattern.compile(
          "/\\*[\\s\\S]*?(?:\\*/|\\z)|//[^\n]*"
              + "|\"(?:\\\\[\\s\\S]|[^\"\\\\\n])*+\"|'(?:\\\\[\\s\\S]|[^'\\\\\n])*+'");
  private static final Pattern DIRECTIVE = Pattern.compile("(?m)^[ \t]*#(?:\\\\\n|.)*");
  private static final Pattern WORD = Pattern.compile("(\\w+)\\s*$");

  /** A macro that begins a function's head: its first argument is the function's name. */
  private static final Pattern MACRO_HEAD = Pattern.compile("[A-Z][A-Z0-9_]*\\s*\\(\\s*(\\w+)");

  /**
   * A function.
   *
   * @param line of its name, from 1
   * @param code its whole text, without comments and with single spaces
   */
  record CFunction(String name, int line, String code) {
    CFunction with(CFunction other) {
      return new CFunction(name, line, code + "\n" + other.code);
    }
  }

  private final String code; // without comments
  private final String bare; // also without texts and directives
  private final Map<String, CFunction> found = new LinkedHashMap<>();

  private CFunctions(String text) {
    this.code = blanked(text, HIDDEN, true);
    this.bare = blanked(blanked(code, HIDDEN, false), DIRECTIVE, false);
  }

  /** By name; the two variants of a function under {@code #ifdef} count as one. */
  static Map<String, CFunction> in(String text) {
    CFunctions functions = new CFunctions(text);
    functions.find();
    return functions.found;
  }

  /** Replaces every character of a match, except line ends, by a space. */
  private static String blanked(String text, Pattern pattern, boolean commentsOnly) {
    return pattern
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    commentsOnly && !match.group().startsWith("/")
                        ? match.group()
                        : match.group().replaceAll("[^\n]", " ")));
  }

  private void find() {
    int begin = 0;
    int i = 0;
    while (i < bare.length()) {
      char c = bare.charAt(i);
      if (c == '{') {
        int end = end(i);
        int name = name(begin, i);
        if (name >= 0) {
          add(begin, name, end);
          begin = end;
        }
        i = end;
        continue;
      }
      begin = c == ';' ? i + 1 : begin;
      i++;
    }
  }

  /** After the brace that closes this one; a brace in the first column closes all. */
  private int end(int open) {
    int depth = 0;
    for (int i = open; i < bare.length(); i++) {
      char c = bare.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '}' && (depth == 0 || bare.charAt(i - 1) == '\n')) {
        return i + 1;
      }
    }
    return bare.length();
  }

  /** Where the name of the function ends whose body begins there; -1 if it is not a function. */
  private int name(int begin, int open) {
    int i = open - 1;
    while (i >= begin && Character.isWhitespace(bare.charAt(i))) {
      i--;
    }
    if (i < begin || bare.charAt(i) != ')') {
      return -1;
    }
    int depth = 0;
    for (; i >= begin; i--) {
      char c = bare.charAt(i);
      depth += c == ')' ? 1 : c == '(' ? -1 : 0;
      if (depth == 0) {
        return WORD.matcher(bare.substring(begin, i)).find() ? i : -1;
      }
    }
    return -1;
  }

  private void add(int begin, int nameEnd, int end) {
    Matcher word = WORD.matcher(bare.substring(begin, nameEnd));
    if (word.find()) {
      int at = begin + word.start(1);
      int line = 1 + (int) bare.substring(0, at).chars().filter(c -> c == '\n').count();
      String text = code.substring(begin, end).replaceAll("\\s+", " ").strip();
      Matcher head = MACRO_HEAD.matcher(bare).region(at, end);
      String name = head.lookingAt() ? head.group(1) : word.group(1);
      found.merge(name, new CFunction(name, line, text), CFunction::with);
    }
  }
}
