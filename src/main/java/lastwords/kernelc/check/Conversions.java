package lastwords.kernelc.check;

import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VoidType;

/** Converts values from one type to another, where C and kernel developers allow it. */
public final class Conversions {
  private Conversions() {}

  /**
   * The value converted for an assignment to this type.
   *
   * @param what the value's role in messages: {@code the initial value}
   * @throws SourceError if C or kernel developers do not allow it without a cast
   */
  public static Expr assigned(Expr value, Type type, String what) {
    if (type.integer().isPresent() && value.type().integer().isPresent()) {
      return to(type.integer().get(), value);
    }
    if (type == IntType.BOOL && value.type().pointer().isPresent()) {
      return new Expr.Convert(value.spot(), value, type);
    }
    if (type.pointer().isPresent()) {
      return pointer(value, type.pointer().get(), what);
    }
    if (type.same(value.type()) && !type.isVoid() && type.struct().isEmpty()) {
      return value;
    }
    throw mismatch(value, type, what);
  }

  private static Expr pointer(Expr value, PointerType type, String what) {
    if (isNull(value)) {
      return new Expr.Constant(value.spot(), type, 0);
    }
    PointerType from = value.type().pointer().orElseThrow(() -> mismatch(value, type, what));
    boolean fits = from.isToVoid() || type.isToVoid() || from.target().same(type.target());
    if (!fits) {
      throw mismatch(value, type, what);
    }
    if (from.toConst() && !type.toConst()) {
      throw mismatch(value, type, what, ", which would lose its const");
    }
    return retyped(value, type);
  }

  private static Expr retyped(Expr value, Type type) {
    return value.type().equals(type) ? value : new Expr.Convert(value.spot(), value, type);
  }

  /** NULL, or a constant zero. */
  public static boolean isNull(Expr value) {
    boolean number = value.type().integer().isPresent() || value.type().equals(VoidType.POINTER);
    return number
        && ConstantFolding.constant(value).isPresent()
        && ConstantFolding.constant(value).getAsLong() == 0;
  }

  private static SourceError mismatch(Expr value, Type type, String what) {
    return mismatch(value, type, what, advice(value, type));
  }

  private static SourceError mismatch(Expr value, Type type, String what, String advice) {
    String expected = "expected " + quoted(type) + " as " + what;
    return new SourceError(value.spot(), expected + ", not " + quoted(value.type()) + advice);
  }

  private static String advice(Expr value, Type type) {
    if (value.type().hasLock() || type.hasLock()) {
      return "; a raw spinlock is not a value; only raw_spin_lock() and related functions may access it";
    }
    boolean numbers = value.type().integer().isPresent() && type.pointer().isPresent();
    boolean back = value.type().pointer().isPresent() && type.integer().isPresent();
    return numbers || back ? "; this needs a cast" : "";
  }

  private static String quoted(Type type) {
    return Wording.quoted(type.text());
  }

  /** The number converted to this type. */
  public static Expr to(IntType type, Expr value) {
    return value.type() == type ? value : ConstantFolding.convert(value.spot(), type, value);
  }

  /** The number after integer promotion, as an operand. */
  public static Expr promoted(Expr value, String operator) {
    return to(integer(value, operator).promoted(), value);
  }

  public static IntType integer(Expr value, String operator) {
    return value.type().integer().orElseThrow(() -> notNumber(value, operator));
  }

  private static SourceError notNumber(Expr value, String operator) {
    return new SourceError(
        value.spot(),
        operator + " needs a number, not " + quoted(value.type()) + advice(value, value.type()));
  }

  /** A value used as a condition. */
  public static Expr condition(Expr value) {
    if (!value.type().isScalar()) {
      throw new SourceError(
          value.spot(),
          "expected a condition, not a value of type "
              + quoted(value.type())
              + advice(value, value.type()));
    }
    return value;
  }

  /** {@code (type) value}. */
  public static Expr cast(Spot spot, Type type, Expr value) {
    if (type.isVoid()) {
      return new Expr.Convert(spot, value, type);
    }
    boolean scalars = type.isScalar() && value.type().isScalar();
    if (!scalars) {
      throw new SourceError(
          spot, "a value of type " + quoted(value.type()) + " cannot be cast to " + quoted(type));
    }
    if (type.pointer().isPresent() && value.type().pointer().isPresent()) {
      return castPointer(spot, type.pointer().get(), value.type().pointer().get(), value);
    }
    return type.integer().isPresent()
        ? ConstantFolding.convert(spot, type.integer().get(), value)
        : ConstantFolding.retype(spot, type, value);
  }

  private static Expr castPointer(Spot spot, PointerType type, PointerType from, Expr value) {
    boolean mixed = type.isToText() != from.isToText() && !type.isToVoid() && !from.isToVoid();
    if (mixed) {
      throw new SourceError(
          spot,
          quoted(from)
              + " cannot be cast to "
              + quoted(type)
              + ": text is kept apart from other memory");
    }
    return retyped(value, type);
  }
}
