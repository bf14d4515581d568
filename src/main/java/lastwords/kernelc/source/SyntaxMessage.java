package lastwords.kernelc.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.kernelc.grammar.KernelCParser;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words where a definition stops being kernel C. */
final class SyntaxMessage {
  private static final int MOST_EXPECTED = 3;
  private static final List<String> TYPE_WORDS =
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
    SourceToken token = end ? tokens.get(tokens.size() - 1) : tokens.get(index);
    IntervalSet expected =
        error instanceof NoViableAltException ? new IntervalSet() : error.getExpectedTokens();
    String place = place(error.getCtx());
    if (!end && isInEnum(index)) {
      return new SourceError(token.spot(), "expected ',' or '}', not " + quoted(token));
    }
    if (!end && looksLikeType(index)) {
      return unknownType(tokens.get(index - 1));
    }
    if (!end && isParameterType(index, error.getCtx())) {
      return unknownType(token);
    }
    if (token.is("else")) {
      return new SourceError(token.spot(), "'else' without 'if'");
    }
    if (index == 1 && tokens.get(0).getType() == KernelCParser.IDENT) {
      return new SourceError(
          tokens.get(0).spot(), "expected a declaration, not " + quoted(tokens.get(0)));
    }
    if (index > 0 && expected.contains(KernelCParser.SEMI)) {
      return missingSemicolon(tokens.get(index - 1));
    }
    if (end) {
      return new SourceError(
          token.spot(), "expected " + expectedText(expected, place) + " after " + quoted(token));
    }
    return new SourceError(
        token.spot(), "expected " + expectedText(expected, place) + ", not " + quoted(token));
  }

  /** Between the braces of an enumeration? */
  private boolean isInEnum(int index) {
    int brace = index - 1;
    while (brace > 0 && !tokens.get(brace).is("{")) {
      brace--;
    }
    boolean tagged = brace > 1 && tokens.get(brace - 2).is("enum");
    return brace > 0 && (tagged || tokens.get(brace - 1).is("enum"));
  }

  /** A name before another name, where no type of that name is known. */
  private boolean looksLikeType(int index) {
    if (index == 0 || tokens.get(index - 1).getType() != KernelCParser.IDENT) {
      return false;
    }
    SourceToken token = tokens.get(index);
    boolean name = token.getType() == KernelCParser.IDENT || TYPE_WORDS.contains(token.getText());
    boolean pointer = token.is("*") && index + 1 < tokens.size();
    return (name || pointer) && startsSomething(index - 1);
  }

  private boolean isParameterType(int index, RuleContext context) {
    boolean parameter =
        context != null
            && context.getRuleIndex() != KernelCParser.RULE_arguments
            && context.getRuleIndex() != KernelCParser.RULE_expr;
    boolean followed =
        index + 1 < tokens.size()
            && (tokens.get(index + 1).getType() == KernelCParser.IDENT
                || tokens.get(index + 1).is("*"));
    boolean first = index > 0 && (tokens.get(index - 1).is("(") || tokens.get(index - 1).is(","));
    return parameter && followed && first && tokens.get(index).getType() == KernelCParser.IDENT;
  }

  private boolean startsSomething(int index) {
    if (index == 0) {
      return true;
    }
    SourceToken before = tokens.get(index - 1);
    return List.of(";", "{", "}", "(", ",", "static", "const", "extern", "inline")
        .contains(before.getText());
  }

  private SourceError unknownType(SourceToken name) {
    Set<String> known = new TreeSet<>(types);
    known.addAll(TYPE_WORDS);
    return new SourceError(
        name.spot(), "unknown type " + quoted(name) + NearestName.hint(name.getText(), known));
  }

  private static SourceError missingSemicolon(SourceToken before) {
    Spot spot = before.spot();
    int column = spot.column() + (before.fromMacro() ? 0 : before.getText().length());
    return new SourceError(
        new Spot(spot.file(), spot.line(), column), "expected ';' after " + quoted(before));
  }

  private static String quoted(SourceToken token) {
    return Words.quoted(token.getText());
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

  /** What stands at this point, by the rule that was being read. */
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
