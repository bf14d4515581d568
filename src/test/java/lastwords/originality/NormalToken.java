package lastwords.originality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A token in the form in which it is compared: without what a writer chooses freely.
 *
 * @param exact its text
 * @param equal its text, or V for a variable
 * @param name is it a name required by an interface: of a function, a member, a type, a constant
 */
record NormalToken(String exact, String equal, boolean name, int line) {
  private static final Set<String> KEYWORDS =
      words(
          "if else for while do switch case default break continue return goto sizeof struct union"
              + " enum int long char void bool short float double NULL true false");
  private static final Set<String> DROPPED =
      words(
          "{ } ( ) static const volatile inline register extern unsigned signed asmlinkage __inline"
              + " __always_inline noinline likely unlikely");
  private static final Set<String> BEFORE_NAMES = words(". -> struct union enum");

  static List<NormalToken> of(List<Token> tokens) {
    List<NormalToken> normal = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      boolean joined = isString(tokens, at) && isString(tokens, at - 1);
      if (!joined && !DROPPED.contains(tokens.get(at).text())) {
        normal.add(normalised(tokens, at));
      }
    }
    return normal;
  }

  private static NormalToken normalised(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean own = token.isWord() && !KEYWORDS.contains(token.text());
    boolean name = own && isName(tokens, at);
    String exact = textOf(token);
    return new NormalToken(exact, own && !name ? "V" : exact, name, token.line());
  }

  private static String textOf(Token token) {
    return switch (token.kind()) {
      case STRING -> "S";
      case NUMBER -> withoutSuffix(token.text().toLowerCase(Locale.ROOT));
      case CHAR, WORD, SIGN -> token.text();
    };
  }

  private static String withoutSuffix(String number) {
    String digits = number.replaceFirst("[ul]+$", "");
    return digits.isEmpty() ? number : digits;
  }

  private static boolean isName(List<Token> tokens, int at) {
    boolean called = at + 1 < tokens.size() && tokens.get(at + 1).is("(");
    boolean member = at > 0 && BEFORE_NAMES.contains(tokens.get(at - 1).text());
    return called || member || tokens.get(at).text().chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  private static boolean isString(List<Token> tokens, int at) {
    return at >= 0 && tokens.get(at).kind() == Token.Kind.STRING;
  }

  private static Set<String> words(String line) {
    return Set.of(line.split(" "));
  }
}
