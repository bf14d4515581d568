package lastwords.kernelc.preprocess;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.source.Literals;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;

/** The value of an {@code #if} line. */
final class Condition {
  private static final int MOST_TOKENS = 500;

  private final Conditions names;
  private final Spot spot;
  private List<SourceToken> tokens;
  private int next;

  Condition(Conditions names, Spot spot) {
    this.names = names;
    this.spot = spot;
    this.tokens = List.of();
  }

  boolean holds(List<SourceToken> line) {
    tokens = line;
    tokens = names.expand(withoutQueries());
    next = 0;
    if (tokens.size() > MOST_TOKENS) {
      throw new SourceError(spot, "expected a condition of at most " + MOST_TOKENS + " tokens");
    }
    long value = ternary();
    if (next < tokens.size()) {
      throw new SourceError(
          spot, "expected the end of the condition, not " + Wording.quoted(peek()));
    }
    return value != 0;
  }

  /** Answers defined(X) and IS_ENABLED(X) before macros are expanded. */
  private List<SourceToken> withoutQueries() {
    List<SourceToken> out = new ArrayList<>();
    while (next < tokens.size()) {
      SourceToken token = tokens.get(next++);
      boolean query = token.is("defined") || token.is("IS_ENABLED");
      out.add(query ? number(token, answer(token)) : token);
    }
    return out;
  }

  private boolean answer(SourceToken query) {
    boolean parens = take("(");
    if (next >= tokens.size() || !tokens.get(next).isWord()) {
      throw new SourceError(spot, "expected a name after " + Wording.quoted(query.getText()));
    }
    String name = tokens.get(next++).getText();
    if (parens) {
      expect(")");
    }
    return names.isDefined(name);
  }

  private static SourceToken number(SourceToken token, boolean value) {
    return token.withText(KernelCLexer.INT, value ? "1" : "0");
  }

  private long ternary() {
    long condition = binary(1);
    if (!take("?")) {
      return condition;
    }
    long yes = ternary();
    expect(":");
    long no = ternary();
    return condition != 0 ? yes : no;
  }

  private long binary(int least) {
    long left = unary();
    while (precedence(peek()) >= least) {
      String operator = tokens.get(next++).getText();
      left = apply(operator, left, binary(precedence(operator) + 1));
    }
    return left;
  }

  /** An operator's precedence; 0 for anything else. */
  private static int precedence(String operator) {
    return switch (operator) {
      case "||" -> 1;
      case "&&" -> 2;
      case "|" -> 3;
      case "^" -> 4;
      case "&" -> 5;
      case "==", "!=" -> 6;
      case "<", ">", "<=", ">=" -> 7;
      case "<<", ">>" -> 8;
      case "+", "-" -> 9;
      case "*", "/", "%" -> 10;
      default -> 0;
    };
  }

  private long unary() {
    if (take("!")) {
      return unary() == 0 ? 1 : 0;
    }
    if (take("-")) {
      return -unary();
    }
    if (take("~")) {
      return ~unary();
    }
    return take("+") ? unary() : primary();
  }

  private long primary() {
    if (take("(")) {
      long value = ternary();
      expect(")");
      return value;
    }
    if (next >= tokens.size()) {
      throw new SourceError(spot, "expected a value at the end of the condition");
    }
    SourceToken token = tokens.get(next++);
    if (token.isWord()) {
      return names.valueOf(token.getText());
    }
    return Literals.integer(token.getText(), spot).value();
  }

  private String peek() {
    return next < tokens.size() ? tokens.get(next).getText() : "";
  }

  private boolean take(String text) {
    boolean here = peek().equals(text);
    next += here ? 1 : 0;
    return here;
  }

  private void expect(String text) {
    if (!take(text)) {
      throw new SourceError(spot, "expected " + Wording.quoted(text) + " in the condition");
    }
  }

  private long apply(String operator, long a, long b) {
    return switch (operator) {
      case "||" -> truth(a != 0 || b != 0);
      case "&&" -> truth(a != 0 && b != 0);
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "&" -> a & b;
      case "==" -> truth(a == b);
      case "!=" -> truth(a != b);
      case "<" -> truth(a < b);
      case ">" -> truth(a > b);
      case "<=" -> truth(a <= b);
      case ">=" -> truth(a >= b);
      case "<<" -> a << b;
      case ">>" -> a >> b;
      case "+" -> a + b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / divisor(b);
      default -> a % divisor(b);
    };
  }

  private long divisor(long value) {
    if (value == 0) {
      throw new SourceError(spot, "division by zero in the condition");
    }
    return value;
  }

  private static long truth(boolean value) {
    return value ? 1 : 0;
  }
}
