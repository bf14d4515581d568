package lastwords.kernelc.loop;

import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.PartialVisitor;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.Type;

/** The range of values of an expression, so that nothing is narrowed needlessly. */
public final class Ranges implements PartialVisitor<Void, Ranges.Range> {
  private static final Ranges RANGES = new Ranges();

  /** From low to high, signed. */
  public record Range(long low, long high) {
    static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);
    static final Range TRUTH = new Range(0, 1);

    static Range of(Type type) {
      return type.integer()
          .filter(found -> found.bits() < Long.SIZE)
          .map(found -> new Range(found.min(), found.max()))
          .orElse(ALL);
    }

    public boolean fits(IntType type) {
      boolean wide = type.bits() == Long.SIZE;
      return wide || (low >= type.min() && high <= type.max());
    }

    /** Are both bounds so small that no sum or product of two of them exceeds 64 bits? */
    private boolean small() {
      return low >= -(1L << 31) && high < 1L << 32;
    }
  }

  private Ranges() {}

  public static Range of(Expr e) {
    return e.accept(RANGES, null);
  }

  /** The range of the arithmetic's result before it is narrowed to its type. */
  public static Range exact(Expr.Binary e) {
    Range a = of(e.left());
    Range b = of(e.right());
    if (e.operator() == Operator.AND) {
      return masked(a, b);
    }
    if (!a.small() || !b.small()) {
      return e.operands().bits() == Long.SIZE ? Range.ALL : arithmetic(e, a, b);
    }
    return arithmetic(e, a, b);
  }

  private static Range masked(Range a, Range b) {
    if (a.low() >= 0 && b.low() >= 0) {
      return new Range(0, Math.min(a.high(), b.high()));
    }
    if (a.low() >= 0 || b.low() >= 0) {
      return new Range(0, a.low() >= 0 ? a.high() : b.high());
    }
    return Range.ALL;
  }

  private static Range arithmetic(Expr.Binary e, Range a, Range b) {
    boolean unsignedLong = e.operands() == IntType.ULONG;
    return switch (e.operator()) {
      case ADD -> new Range(a.low() + b.low(), a.high() + b.high());
      case SUB -> new Range(a.low() - b.high(), a.high() - b.low());
      case MOD ->
          a.low() >= 0 && b.low() > 0
              ? new Range(0, Math.min(a.high(), b.high() - 1))
              : Range.of(e.type());
      case SHR -> a.low() >= 0 && !unsignedLong ? new Range(0, a.high()) : Range.of(e.type());
      case DIV -> a.low() >= 0 && b.low() > 0 && !unsignedLong ? new Range(0, a.high()) : Range.ALL;
      case OR, XOR, AND -> Range.of(e.type());
      default -> Range.ALL;
    };
  }

  @Override
  public Range constant(Expr.Constant e, Void with) {
    return new Range(e.value(), e.value());
  }

  @Override
  public Range binary(Expr.Binary e, Void with) {
    if (e.operator().isComparison()) {
      return Range.TRUTH;
    }
    Range exact = exact(e);
    return exact.fits(e.operands()) ? exact : Range.of(e.type());
  }

  @Override
  public Range unary(Expr.Unary e, Void with) {
    return e.operator() == UnaryOperator.NOT ? Range.TRUTH : Range.of(e.type());
  }

  @Override
  public Range logical(Expr.Logical e, Void with) {
    return Range.TRUTH;
  }

  @Override
  public Range convert(Expr.Convert e, Void with) {
    Range inner = of(e.operand());
    IntType type = e.type().integer().orElse(IntType.LONG);
    boolean same = inner.fits(type) && e.operand().type().isScalar();
    return same ? inner : Range.of(e.type());
  }

  @Override
  public Range load(Expr.Load e, Void with) {
    return e.place() instanceof Place.Character
        ? new Range(IntType.CHAR.min(), IntType.CHAR.max())
        : Range.of(e.type());
  }

  @Override
  public Range other(Expr e, Void with) {
    return Range.of(e.type());
  }
}
