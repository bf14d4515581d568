package lastwords.kernelc.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Wording;
import org.antlr.v4.runtime.RuleContext;

/** Whether a definition stops being kernel C because a type is unknown. */
final class TypeGuess {
  private static final List<String> WORDS =
      List.of(
          "void",
          "char",
          "short",
          "int",
          "long",
          "unsigned",
          "signed",
          "bool",
          "struct",
          "enum",
          "static",
          "const");

  private final List<SourceToken> tokens;
  private final Set<String> types;

  TypeGuess(List<SourceToken> tokens, Set<String> types) {
    this.tokens = tokens;
    this.types = types;
  }

  /** The message if an unknown type is the reason for stopping at a token. */
  Optional<SourceError> at(int index, RuleContext context) {
    if (isDeclaration(index)) {
      return Optional.of(unknown(tokens.get(index - 1)));
    }
    if (isParameter(index, context)) {
      return Optional.of(unknown(tokens.get(index)));
    }
    return isCast(index) ? Optional.of(unknown(tokens.get(index - 2))) : Optional.empty();
  }

  private SourceError unknown(SourceToken name) {
    Set<String> known = new TreeSet<>(types);
    known.addAll(WORDS);
    return new SourceError(
        name.spot(),
        "unknown type " + Wording.quoted(name.getText()) + NearestName.hint(name.getText(), known));
  }

  private boolean isName(int index) {
    return index >= 0
        && index < tokens.size()
        && tokens.get(index).getType() == KernelCParser.IDENT;
  }

  private boolean is(int index, String... texts) {
    return index >= 0
        && index < tokens.size()
        && List.of(texts).contains(tokens.get(index).getText());
  }

  /** {@code foo_t x}: a name before another name, where a declaration is allowed. */
  private boolean isDeclaration(int index) {
    boolean follows = isName(index) || is(index, "*") || is(index, WORDS.toArray(String[]::new));
    boolean starts =
        index == 1 || is(index - 2, ";", "{", "}", "(", ",", "static", "const", "extern", "inline");
    return isName(index - 1) && follows && starts;
  }

  /** {@code f(foo_t x)} in the declaration of a function. */
  private boolean isParameter(int index, RuleContext context) {
    boolean declares =
        context != null
            && context.getRuleIndex() != KernelCParser.RULE_arguments
            && context.getRuleIndex() != KernelCParser.RULE_expr;
    boolean followed = isName(index + 1) || is(index + 1, "*");
    return declares && isName(index) && followed && is(index - 1, "(", ",");
  }

  /** {@code = (foo_t)x}. */
  private boolean isCast(int index) {
    boolean operand =
        isName(index)
            || (index < tokens.size() && tokens.get(index).getType() == KernelCParser.INT);
    boolean inParentheses = is(index - 1, ")") && isName(index - 2) && is(index - 3, "(");
    return operand && inParentheses && is(index - 4, "=", "return", "(", ",", "+", "-", "&&", "||");
  }
}
