package lastwords.kernelc.tree;

import java.util.Optional;
import java.util.OptionalLong;
import lastwords.kernelc.type.IntType;

/** Binary operators on numbers. */
public enum Operator {
  ADD,
  SUB,
  MUL,
  DIV,
  MOD,
  AND,
  OR,
  XOR,
  SHL,
  SHR,
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE;

  public boolean isComparison() {
    return ordinal() >= EQ.ordinal();
  }

  public boolean isShift() {
    return this == SHL || this == SHR;
  }

  /** The operator that gives the same result with its operands exchanged. */
  public Optional<Operator> swapped() {
    return switch (this) {
      case ADD, MUL, AND, OR, XOR, EQ, NE -> Optional.of(this);
      case LT -> Optional.of(GT);
      case GT -> Optional.of(LT);
      case LE -> Optional.of(GE);
      case GE -> Optional.of(LE);
      default -> Optional.empty();
    };
  }

  /** The value, computed with operands of this type; empty if the machine would trap. */
  public OptionalLong compute(IntType type, long a, long b) {
    if ((this == DIV || this == MOD) && b == 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        isComparison() ? compare(type, a, b) : type.wrap(arithmetic(type.signed(), a, b)));
  }

  private long arithmetic(boolean signed, long a, long b) {
    return switch (this) {
      case ADD -> a + b;
      case SUB -> a - b;
      case MUL -> a * b;
      case DIV -> signed ? a / b : Long.divideUnsigned(a, b);
      case MOD -> signed ? a % b : Long.remainderUnsigned(a, b);
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case SHL -> a << b;
      default -> signed ? a >> b : a >>> b;
    };
  }

  private long compare(IntType type, long a, long b) {
    int order = type.signed() ? Long.compare(a, b) : Long.compareUnsigned(a, b);
    boolean holds =
        switch (this) {
          case EQ -> order == 0;
          case NE -> order != 0;
          case LT -> order < 0;
          case LE -> order <= 0;
          case GT -> order > 0;
          default -> order >= 0;
        };
    return holds ? 1 : 0;
  }
}
