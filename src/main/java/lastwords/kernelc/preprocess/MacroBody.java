package lastwords.kernelc.preprocess;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.source.Hidden;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Wording;

/** The expansion of one use of a macro: its body with the arguments substituted. */
final class MacroBody {
  private final Macro macro;
  private final List<List<SourceToken>> arguments;
  private final MacroExpander expander;
  private final List<SourceToken> out = new ArrayList<>();

  MacroBody(Macro macro, List<List<SourceToken>> arguments, MacroExpander expander) {
    this.macro = macro;
    this.arguments = arguments;
    this.expander = expander;
  }

  /** The tokens to which the macro used at this word expands. */
  List<SourceToken> at(SourceToken word, Hidden hidden) {
    List<SourceToken> body = macro.body();
    for (int i = 0; i < body.size(); i++) {
      i = piece(body, i, word);
    }
    return out.stream().map(token -> token.hiding(hidden)).toList();
  }

  /** Appends the piece of the body at i; returns the index of its last token. */
  private int piece(List<SourceToken> body, int i, SourceToken word) {
    SourceToken token = body.get(i);
    SourceToken here = token.usedAt(word.spot(), i == 0 ? word.spaced() : token.spaced());
    boolean more = i + 1 < body.size();
    if (token.getType() == KernelCLexer.HASH && more && macro.parameter(body.get(i + 1)) >= 0) {
      out.add(here.withText(KernelCLexer.STRING, stringOf(argument(body.get(i + 1)))));
      return i + 1;
    }
    if (token.getType() == KernelCLexer.HASHHASH && more && !out.isEmpty()) {
      paste(body.get(i + 1), word);
      return i + 1;
    }
    boolean pasted = more && body.get(i + 1).getType() == KernelCLexer.HASHHASH;
    if (macro.parameter(token) < 0) {
      out.add(here);
    } else if (pasted) {
      return pasteOntoArgument(body, i, word);
    } else {
      out.addAll(expander.expand(argument(token)));
    }
    return i;
  }

  private int pasteOntoArgument(List<SourceToken> body, int i, SourceToken word) {
    List<SourceToken> argument = argument(body.get(i));
    out.addAll(argument);
    if (!argument.isEmpty()) {
      return i;
    }
    // Nothing on the left: the right operand is taken as it is.
    if (i + 2 < body.size()) {
      out.addAll(raw(body.get(i + 2), word));
    }
    return Math.min(i + 2, body.size() - 1);
  }

  private List<SourceToken> argument(SourceToken parameter) {
    return arguments.get(macro.parameter(parameter));
  }

  private List<SourceToken> raw(SourceToken token, SourceToken word) {
    return macro.parameter(token) >= 0
        ? argument(token)
        : List.of(token.usedAt(word.spot(), token.spaced()));
  }

  private void paste(SourceToken next, SourceToken word) {
    List<SourceToken> right = raw(next, word);
    SourceToken left = out.get(out.size() - 1);
    boolean further = macro.variadic() && macro.parameter(next) == arguments.size() - 1;
    if (left.is(",") && further) {
      commaBefore(right);
    } else if (!right.isEmpty()) {
      out.set(out.size() - 1, joined(left, right.get(0)));
      out.addAll(right.subList(1, right.size()));
    }
  }

  /** GNU's rule: a comma pasted to absent further arguments disappears. */
  private void commaBefore(List<SourceToken> right) {
    if (right.isEmpty()) {
      out.remove(out.size() - 1);
    } else {
      out.addAll(expander.expand(right));
    }
  }

  private SourceToken joined(SourceToken left, SourceToken right) {
    String text = left.getText() + right.getText();
    List<SourceToken> tokens = Lexing.tokens(text, left.spot());
    if (tokens.size() != 1 || tokens.get(0).getType() == KernelCLexer.UNKNOWN) {
      expander.problems().add(left.spot(), "'##' does not make a token: " + Wording.quoted(text));
      return left;
    }
    return left.withText(tokens.get(0).getType(), text);
  }

  private static String stringOf(List<SourceToken> tokens) {
    StringBuilder text = new StringBuilder();
    for (SourceToken token : tokens) {
      text.append(token.spaced() && text.length() > 0 ? " " : "");
      boolean literal =
          token.getType() == KernelCLexer.STRING || token.getType() == KernelCLexer.CHAR;
      text.append(literal ? escaped(token.getText()) : token.getText());
    }
    return '"' + text.toString() + '"';
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  static String quote(String text) {
    return '"' + escaped(text) + '"';
  }
}
