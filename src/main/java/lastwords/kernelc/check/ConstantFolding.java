package lastwords.kernelc.check;

import java.util.OptionalLong;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.Type;

/** Builds expressions, and folds the constants in them. */
public final class ConstantFolding {
  private ConstantFolding() {}

  /** The value of an expression whose number is known at compile time. */
  public static OptionalLong constant(Expr e) {
    return e instanceof Expr.Constant
        ? OptionalLong.of(((Expr.Constant) e).value())
        : OptionalLong.empty();
  }

  public static Expr number(Spot spot, IntType type, long value) {
    return new Expr.Constant(spot, type, type.wrap(value));
  }

  static Expr convert(Spot spot, IntType type, Expr value) {
    OptionalLong known = constant(value);
    return known.isPresent()
        ? number(spot, type, known.getAsLong())
        : new Expr.Convert(spot, value, type);
  }

  /** The same word as a value of another type. */
  static Expr retype(Spot spot, Type type, Expr value) {
    OptionalLong known = constant(value);
    return known.isPresent()
        ? new Expr.Constant(spot, type, known.getAsLong())
        : new Expr.Convert(spot, value, type);
  }

  public static Expr unary(Spot spot, UnaryOperator operator, Expr operand, IntType type) {
    OptionalLong known = constant(operand);
    if (known.isEmpty()) {
      return new Expr.Unary(spot, operator, operand, type);
    }
    long value = known.getAsLong();
    return number(
        spot,
        type,
        switch (operator) {
          case NEGATE -> -value;
          case COMPLEMENT -> ~value;
          case NOT -> value == 0 ? 1 : 0;
        });
  }

  public static Expr binary(Spot spot, Operator operator, Expr left, Expr right, IntType operands) {
    OptionalLong a = constant(left);
    OptionalLong b = constant(right);
    if (a.isPresent() && b.isEmpty() && operator.swapped().isPresent()) {
      return binary(spot, operator.swapped().get(), right, left, operands);
    }
    OptionalLong value =
        a.isPresent() && b.isPresent()
            ? operator.compute(operands, a.getAsLong(), b.getAsLong())
            : OptionalLong.empty();
    IntType type = operator.isComparison() ? IntType.INT : operands;
    return value.isPresent()
        ? number(spot, type, value.getAsLong())
        : new Expr.Binary(spot, operator, left, right, operands);
  }

  public static Expr logical(Spot spot, boolean and, Expr left, Expr right) {
    OptionalLong a = constant(left);
    if (a.isPresent() && (a.getAsLong() != 0) != and) {
      return number(spot, IntType.INT, and ? 0 : 1);
    }
    OptionalLong b = constant(right);
    return a.isPresent() && b.isPresent()
        ? number(spot, IntType.INT, b.getAsLong() != 0 ? 1 : 0)
        : new Expr.Logical(spot, and, left, right);
  }

  public static Expr conditional(Spot spot, Expr condition, Expr yes, Expr no, Type type) {
    OptionalLong known = constant(condition);
    if (known.isEmpty()) {
      return new Expr.Conditional(spot, condition, yes, no, type);
    }
    return known.getAsLong() != 0 ? yes : no;
  }
}
