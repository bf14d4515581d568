package lastwords.machine.layout;

import lastwords.kernelc.image.Op;
import lastwords.machine.bus.Operation;

/** Divisions and read-modify-writes on words. */
public final class Arithmetic {
  private Arithmetic() {}

  public static long divide(int op, long one, long other) {
    return switch (op) {
      case Op.DIV -> one / other;
      case Op.MOD -> one % other;
      case Op.UDIV -> Long.divideUnsigned(one, other);
      default -> Long.remainderUnsigned(one, other);
    };
  }

  /** The memory operation for a read-modify-write of this kind. */
  public static Operation operation(int kind) {
    return switch (kind) {
      case Op.RMW_XCHG -> Operation.XCHG;
      case Op.RMW_CMPXCHG -> Operation.CMPXCHG;
      case Op.RMW_ADD -> Operation.ADD;
      case Op.RMW_OR -> Operation.OR;
      default -> Operation.AND;
    };
  }

  public static long modified(int kind, int width, long old, long value, long other) {
    return switch (kind) {
      case Op.RMW_XCHG -> value;
      case Op.RMW_CMPXCHG -> old == value ? other : old;
      case Op.RMW_ADD -> Narrow.to(width, old + value);
      case Op.RMW_OR -> old | value;
      default -> old & value;
    };
  }
}
