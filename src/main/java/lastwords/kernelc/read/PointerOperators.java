package lastwords.kernelc.read;

import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;

/** Operators on pointers. */
final class PointerOperators {
  private final Spot spot;
  private final String text;

  PointerOperators(Spot spot, String text) {
    this.spot = spot;
    this.text = text;
  }

  Expr binary(Operator operator, Expr left, Expr right) {
    if (operator.isComparison()) {
      return compared(operator, left, right);
    }
    boolean leftPointer = left.type().pointer().isPresent();
    boolean rightPointer = right.type().pointer().isPresent();
    if (operator == Operator.ADD && leftPointer != rightPointer) {
      return leftPointer ? moved(spot, left, right, text) : moved(spot, right, left, text);
    }
    if (operator == Operator.SUB && leftPointer && !rightPointer) {
      return moved(spot, left, negated(right), text);
    }
    if (operator == Operator.SUB && leftPointer && left.type().same(right.type())) {
      countable(left);
      return new Expr.Distance(spot, left, right, left.type().pointer().orElseThrow());
    }
    throw new SourceError(spot, mismatch(left, right));
  }

  private String mismatch(Expr left, Expr right) {
    return Wording.quoted(text)
        + " cannot take "
        + Wording.quoted(left.type().text())
        + " and "
        + Wording.quoted(right.type().text());
  }

  private Expr compared(Operator operator, Expr left, Expr right) {
    boolean leftNull = Conversions.isNull(left);
    boolean rightNull = Conversions.isNull(right);
    boolean bothPointers = left.type().pointer().isPresent() && right.type().pointer().isPresent();
    boolean fits = leftNull || rightNull || (bothPointers && comparable(left.type(), right.type()));
    if (!fits) {
      throw new SourceError(
          spot, mismatch(left, right) + (bothPointers ? "" : "; this needs a cast"));
    }
    return ConstantFolding.binary(spot, operator, left, right, IntType.ULONG);
  }

  private static boolean comparable(Type a, Type b) {
    boolean isVoid = a.pointer().orElseThrow().isToVoid() || b.pointer().orElseThrow().isToVoid();
    return isVoid || a.same(b);
  }

  private static Expr negated(Expr count) {
    Expr number = Conversions.promoted(count, "'-'");
    return ConstantFolding.unary(
        count.spot(), UnaryOperator.NEGATE, Conversions.to(IntType.LONG, number), IntType.LONG);
  }

  /** {@code pointer + count}. */
  static Expr moved(Spot spot, Expr pointer, Expr count, String text) {
    countable(pointer);
    Conversions.integer(count, Wording.quoted(text));
    Expr number = Conversions.to(IntType.LONG, count);
    boolean stays =
        ConstantFolding.constant(number).isPresent()
            && ConstantFolding.constant(number).getAsLong() == 0;
    return stays
        ? pointer
        : new Expr.Move(spot, pointer, number, pointer.type().pointer().orElseThrow());
  }

  private static void countable(Expr pointer) {
    PointerType type = pointer.type().pointer().orElseThrow();
    if (!type.target().isComplete()) {
      throw new SourceError(
          pointer.spot(),
          "expected a pointer to a type of known size, not " + Wording.quoted(type.text()));
    }
  }

  /** {@code pointer += count}. */
  static Expr update(Spot spot, Place place, String text, Expr operand, boolean post) {
    if (!text.equals("+") && !text.equals("-")) {
      throw new SourceError(spot, Wording.quoted(text + "=") + " cannot take a pointer");
    }
    countable(new Expr.Load(spot, place));
    Conversions.integer(operand, Wording.quoted(text + "="));
    Expr count = Conversions.to(IntType.LONG, operand);
    return new Expr.Update(spot, place, Operators.operator(text), count, IntType.LONG, post, false);
  }

  /** The type of {@code c ? a : b}. */
  static Type common(Spot spot, Expr a, Expr b) {
    boolean aNull = Conversions.isNull(a);
    boolean bNull = Conversions.isNull(b);
    if (aNull || bNull) {
      return (aNull && b.type().pointer().isPresent()
              ? b
              : bNull && a.type().pointer().isPresent() ? a : b)
          .type();
    }
    boolean pointers = a.type().pointer().isPresent() && b.type().pointer().isPresent();
    if (!pointers || !comparable(a.type(), b.type())) {
      throw new SourceError(
          spot,
          "expected two values of one type, not "
              + Wording.quoted(a.type().text())
              + " and "
              + Wording.quoted(b.type().text()));
    }
    PointerType left = a.type().pointer().get();
    PointerType right = b.type().pointer().get();
    Type target = left.isToVoid() ? left.target() : right.target();
    return new PointerType(target, left.toConst() || right.toConst());
  }
}
