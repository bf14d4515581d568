package lastwords.kernelc.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.source.SourceToken;

/**
 * A definition without its wrong statement, so that the next wrong one can be reported as well.
 * Braces are kept.
 */
final class Recovery {
  private Recovery() {}

  /**
   * The tokens of a definition without a statement; empty if the wrong token is in no statement.
   *
   * @param index of the token at which parsing failed
   */
  static Optional<List<SourceToken>> without(List<SourceToken> definition, int index) {
    int last = Math.min(index, definition.size() - 1);
    int body = first(definition, "{");
    boolean function = body > 0 && definition.get(body - 1).is(")");
    if (!function || last <= body) {
      return Optional.empty();
    }
    int from = start(definition, last);
    int to = end(definition, from, last);
    if (from >= to) {
      return Optional.empty();
    }
    List<SourceToken> rest = new ArrayList<>(definition.subList(0, from));
    rest.addAll(definition.subList(to, definition.size()));
    return Optional.of(rest);
  }

  private static int first(List<SourceToken> tokens, String text) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(text)) {
        return i;
      }
    }
    return -1;
  }

  /** After the preceding brace or semicolon; the semicolons of a for () do not count. */
  private static int start(List<SourceToken> tokens, int wrong) {
    int start = 0;
    int depth = 0;
    for (int i = 0; i < wrong; i++) {
      SourceToken token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      boolean brace = isBrace(token);
      if (brace || token.is(";") && depth <= 0) {
        start = i + 1;
        depth = brace ? 0 : depth;
      }
    }
    return start;
  }

  /** Including its semicolon, or up to the next brace. */
  private static int end(List<SourceToken> tokens, int from, int wrong) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      SourceToken token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (isBrace(token) && i >= wrong) {
        return i;
      }
      if (token.is(";") && depth <= 0 && i >= wrong) {
        return i + 1;
      }
    }
    return tokens.size();
  }

  private static boolean isBrace(SourceToken token) {
    return token.is("{") || token.is("}");
  }
}
