package lastwords.kernelc.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.source.SourceToken;

/**
 * Splits the tokens of a source into external definitions, so that an error in one is reported once
 * and does not affect the others.
 */
final class Chunks {
  private final List<SourceToken> tokens;
  private final List<List<SourceToken>> chunks = new ArrayList<>();
  private final Deque<SourceToken> open = new ArrayDeque<>();
  private int start;
  private boolean body;
  private boolean assigned;

  private Chunks(List<SourceToken> tokens) {
    this.tokens = tokens;
  }

  static List<List<SourceToken>> of(List<SourceToken> tokens) {
    Chunks balanced = new Chunks(tokens);
    balanced.cut(false);
    if (balanced.open.isEmpty()) {
      return balanced.chunks;
    }
    // A brace is missing: a closing brace in the first column ends a definition, as kernel code is
    // laid out.
    Chunks byLayout = new Chunks(tokens);
    byLayout.cut(true);
    return byLayout.chunks;
  }

  private void cut(boolean byLayout) {
    for (int i = 0; i < tokens.size(); i++) {
      SourceToken token = tokens.get(i);
      if (byLayout && token.is("}") && token.spot().column() == 1 && !token.fromMacro()) {
        open.clear();
      }
      if (ends(token, i)) {
        end(i + 1);
      }
    }
    if (start < tokens.size()) {
      end(tokens.size());
    }
  }

  private void end(int behind) {
    chunks.add(tokens.subList(start, behind));
    start = behind;
    body = false;
    assigned = false;
  }

  private boolean ends(SourceToken token, int i) {
    switch (token.getText()) {
      case "{" -> {
        body |= open.isEmpty() && !assigned && i > start && opensBody(i);
        open.push(token);
      }
      case "(", "[" -> open.push(token);
      case ")", "]" -> closeInner();
      case "}" -> {
        closeBrace();
        return open.isEmpty() && (body || i == start);
      }
      case "=" -> assigned |= open.isEmpty();
      case ";" -> {
        return endsAtSemicolon();
      }
      default -> {}
    }
    return false;
  }

  /** The body of a function, or of what was meant as one; not the members of a struct. */
  private boolean opensBody(int brace) {
    SourceToken before = tokens.get(brace - 1);
    boolean name = before.getType() == KernelCLexer.IDENT && brace - 2 >= start;
    return before.is(")") || (name && !isRecord(tokens.get(brace - 2)));
  }

  private static boolean isRecord(SourceToken word) {
    return word.is("struct") || word.is("union") || word.is("enum");
  }

  private void closeInner() {
    if (!open.isEmpty() && !open.peek().is("{")) {
      open.pop();
    }
  }

  private void closeBrace() {
    while (!open.isEmpty() && !open.pop().is("{")) {
      continue;
    }
  }

  /** Unclosed parentheses do not extend past a semicolon outside braces. */
  private boolean endsAtSemicolon() {
    if (open.stream().anyMatch(token -> token.is("{"))) {
      return false;
    }
    open.clear();
    return true;
  }
}
