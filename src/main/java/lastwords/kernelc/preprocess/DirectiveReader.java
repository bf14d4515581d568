package lastwords.kernelc.preprocess;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;

/** Reads what follows the name of a directive. */
final class DirectiveReader {
  private static final List<String> DIRECTIVES =
      List.of(
          "define", "undef", "include", "if", "ifdef", "ifndef", "elif", "else", "endif", "error",
          "warning", "pragma", "line");

  private DirectiveReader() {}

  static String unknown(String word) {
    return "unknown directive " + Wording.quoted("#" + word) + NearestName.hint(word, DIRECTIVES);
  }

  static String name(SourceToken word, List<SourceToken> rest) {
    if (rest.isEmpty() || !rest.get(0).isWord()) {
      throw new SourceError(word.spot(), "expected a name after #" + word.getText());
    }
    return rest.get(0).getText();
  }

  static String text(List<SourceToken> rest) {
    return rest.stream().map(token -> " " + token.getText()).collect(Collectors.joining());
  }

  static Macro macro(SourceToken word, List<SourceToken> rest, int layer) {
    String name = name(word, rest);
    Spot spot = rest.get(0).spot();
    boolean function = rest.size() > 1 && rest.get(1).is("(") && !rest.get(1).spaced();
    if (!function) {
      return new Macro(
          name, spot, Optional.empty(), false, List.copyOf(rest.subList(1, rest.size())), layer);
    }
    List<String> parameters = new ArrayList<>();
    int close = parameters(rest, parameters);
    boolean variadic = !parameters.isEmpty() && rest.get(close - 1).is("...");
    List<SourceToken> body = List.copyOf(rest.subList(close + 1, rest.size()));
    return new Macro(name, spot, Optional.of(List.copyOf(parameters)), variadic, body, layer);
  }

  /** Collects the parameters; returns the index of the closing parenthesis. */
  private static int parameters(List<SourceToken> rest, List<String> parameters) {
    int i = 2;
    while (i < rest.size() && !rest.get(i).is(")")) {
      SourceToken token = rest.get(i);
      if (token.is("...")) {
        parameters.add("__VA_ARGS__");
      } else if (token.isWord()) {
        parameters.add(token.getText());
        i += i + 1 < rest.size() && rest.get(i + 1).is("...") ? 1 : 0;
      } else {
        throw new SourceError(
            token.spot(), "expected the name of a macro parameter, not " + quoted(token));
      }
      i++;
      i += i < rest.size() && rest.get(i).is(",") ? 1 : 0;
    }
    if (i >= rest.size()) {
      throw new SourceError(
          rest.get(0).spot(), "expected ')' after the parameters of macro " + quoted(rest.get(0)));
    }
    return i;
  }

  private static String quoted(SourceToken token) {
    return Wording.quoted(token.getText());
  }
}
