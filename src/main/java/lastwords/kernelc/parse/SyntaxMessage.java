package lastwords.kernelc.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Describes where a definition stops being kernel C. */
final class SyntaxMessage {
  private static final int MOST_EXPECTED = 3;
  private final KernelCParser parser;
  private final List<SourceToken> tokens;
  private final Set<String> types;

  SyntaxMessage(KernelCParser parser, List<SourceToken> tokens, Set<String> types) {
    this.parser = parser;
    this.tokens = tokens;
    this.types = types;
  }

  SourceError of(RecognitionException error) {
    int index = error.getOffendingToken().getTokenIndex();
    boolean end = error.getOffendingToken().getType() == Token.EOF || index >= tokens.size();
    IntervalSet expected =
        error instanceof NoViableAltException ? new IntervalSet() : error.getExpectedTokens();
    if (!end) {
      Optional<SourceError> guess = guess(index, error.getCtx());
      if (guess.isPresent()) {
        return guess.get();
      }
    }
    if (index > 0 && expected.contains(KernelCParser.SEMI)) {
      return missingSemicolon(tokens.get(index - 1));
    }
    SourceToken token = end ? tokens.get(tokens.size() - 1) : tokens.get(index);
    String wanted = "expected " + expectedText(expected, place(error.getCtx()));
    return new SourceError(token.spot(), wanted + (end ? " after " : ", not ") + quoted(token));
  }

  /** Common mistakes that the grammar cannot describe. */
  private Optional<SourceError> guess(int index, RuleContext context) {
    SourceToken token = tokens.get(index);
    if (isInEnum(index)) {
      return said(token, "expected ',' or '}', not " + quoted(token));
    }
    if (token.is("else")) {
      return said(token, "'else' without 'if'");
    }
    if (index == 1 && token.is("=")) {
      return said(tokens.get(0), "expected a declaration, not " + quoted(tokens.get(0)));
    }
    return new TypeGuess(tokens, types).at(index, context);
  }

  private static Optional<SourceError> said(SourceToken token, String message) {
    return Optional.of(new SourceError(token.spot(), message));
  }

  /** Is it between the braces of an enumeration? */
  private boolean isInEnum(int index) {
    int brace = index - 1;
    while (brace > 0 && !tokens.get(brace).is("{")) {
      brace--;
    }
    boolean tagged = brace > 1 && tokens.get(brace - 2).is("enum");
    return brace > 0 && (tagged || tokens.get(brace - 1).is("enum"));
  }

  private static SourceError missingSemicolon(SourceToken before) {
    Spot spot = before.spot();
    int column = spot.column() + (before.fromMacro() ? 0 : before.getText().length());
    return new SourceError(
        new Spot(spot.file(), spot.line(), column), "expected ';' after " + quoted(before));
  }

  private static String quoted(SourceToken token) {
    return Wording.quoted(token.getText());
  }

  private String expectedText(IntervalSet expected, String otherwise) {
    List<Integer> types = expected.toList();
    if (types.isEmpty() || types.size() > MOST_EXPECTED) {
      return otherwise;
    }
    return types.stream().map(this::name).distinct().collect(Collectors.joining(" or "));
  }

  private String name(int type) {
    return switch (type) {
      case KernelCParser.IDENT -> "a name";
      case KernelCParser.TYPE_NAME -> "a type";
      case Token.EOF -> "the end of the definition";
      default -> parser.getVocabulary().getDisplayName(type);
    };
  }

  /** A name for the place, from the rule that was being read. */
  private static String place(RuleContext context) {
    return switch (context == null ? KernelCParser.RULE_external : context.getRuleIndex()) {
      case KernelCParser.RULE_statement,
          KernelCParser.RULE_unlabelled,
          KernelCParser.RULE_blockItem,
          KernelCParser.RULE_compound ->
          "a statement";
      case KernelCParser.RULE_expr, KernelCParser.RULE_expression, KernelCParser.RULE_arguments ->
          "an expression";
      case KernelCParser.RULE_initializer, KernelCParser.RULE_designated -> "an initial value";
      case KernelCParser.RULE_parameters, KernelCParser.RULE_parameter -> "a parameter";
      case KernelCParser.RULE_declarator, KernelCParser.RULE_direct, KernelCParser.RULE_inner ->
          "a name";
      case KernelCParser.RULE_member, KernelCParser.RULE_structSpecifier -> "a member";
      case KernelCParser.RULE_enumerator, KernelCParser.RULE_enumSpecifier ->
          "an enumeration constant";
      default -> "a declaration";
    };
  }
}
