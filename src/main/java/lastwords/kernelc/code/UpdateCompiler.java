package lastwords.kernelc.code;

import java.util.OptionalLong;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;

/**
 * Compiles {@code +=}, {@code ++} and the like. On shared memory they are a load and a store, as on
 * hardware.
 */
final class UpdateCompiler {
  private final Emitter out;
  private final ValueCompiler values;
  private final Accesses accesses;
  private final ArithmeticCompiler arithmetic;
  private final FunctionCode code;
  private final FrameLayout frame;

  UpdateCompiler(
      Emitter out, ValueCompiler values, Accesses accesses, ArithmeticCompiler arithmetic) {
    this.out = out;
    this.values = values;
    this.accesses = accesses;
    this.arithmetic = arithmetic;
    code = out.code();
    frame = out.frame();
  }

  void effect(Expr.Update e) {
    compile(e, false);
  }

  /** The slot with the expression's value. */
  int value(Expr.Update e) {
    return compile(e, true);
  }

  private int compile(Expr.Update e, boolean used) {
    int result = frame.temporary();
    int mark = frame.mark();
    OptionalLong number = ValueCompiler.constant(e.operand());
    int operand = number.isPresent() ? -1 : values.any(e.operand());
    Location access = accesses.to(e.place());
    code.at(e.spot().line());
    int where = result;
    if (e.atomic() && access.kind() == Location.Kind.PER_CPU && isAtomic(e)) {
      atomically(e, access, operand, used, result);
    } else if (access.kind() == Location.Kind.SLOT) {
      where = inSlot(e, access.where(), operand, used, result);
    } else {
      inMemory(e, access, operand, used, result);
    }
    frame.release(mark);
    return where;
  }

  private int inSlot(Expr.Update e, int slot, int operand, boolean used, int result) {
    if (e.post() && used) {
      out.copy(slot, result);
    }
    compute(e, slot, operand, slot);
    return e.post() ? result : slot;
  }

  private void inMemory(Expr.Update e, Location access, int operand, boolean used, int result) {
    accesses.load(access, result);
    int changed = e.post() && used ? frame.temporary() : result;
    compute(e, result, operand, changed);
    accesses.store(access, changed);
  }

  /** target = left op operand, as a value of the place's type. */
  private void compute(Expr.Update e, int left, int operand, int target) {
    int mark = frame.mark();
    if (e.place().type().pointer().isPresent()) {
      move(e, e.place().type().pointer().get(), left, operand, target);
    } else {
      computeNumber(e, e.place().type().integer().orElseThrow(), left, operand, target);
    }
    frame.release(mark);
  }

  private void computeNumber(Expr.Update e, IntType type, int left, int operand, int target) {
    OptionalLong number = ValueCompiler.constant(e.operand());
    boolean sum = e.operator() == Operator.ADD || e.operator() == Operator.SUB;
    if (sum && number.isPresent() && Math.abs(number.getAsLong()) < Integer.MAX_VALUE) {
      long added = e.operator() == Operator.ADD ? number.getAsLong() : -number.getAsLong();
      code.emit(Op.ADDI, target, left, (int) added);
    } else {
      int right = number.isPresent() ? loaded(number.getAsLong()) : operand;
      code.emit(
          ArithmeticCompiler.op(e.operator(), e.computed()),
          target,
          converted(e, type, left),
          right);
    }
    if (!staysInside(e, type)) {
      arithmetic.narrow(target, target, type);
    }
  }

  private int loaded(long number) {
    int slot = frame.temporary();
    out.number(number, slot);
    return slot;
  }

  /** The left operand converted to the type of the computation. */
  private int converted(Expr.Update e, IntType type, int left) {
    boolean changes = type.signed() && !e.computed().signed() && e.computed().bits() < Long.SIZE;
    if (!changes || ArithmeticCompiler.isLow(e.operator())) {
      return left;
    }
    int slot = frame.temporary();
    arithmetic.narrow(slot, left, e.computed());
    return slot;
  }

  /** Is the result a value of the type without narrowing? */
  private static boolean staysInside(Expr.Update e, IntType type) {
    return type == e.computed()
        && switch (e.operator()) {
          case AND, OR, XOR, MOD, SHR -> true;
          default -> false;
        };
  }

  private void move(Expr.Update e, PointerType type, int left, int operand, int target) {
    OptionalLong count = ValueCompiler.constant(e.operand());
    boolean back = e.operator() == Operator.SUB;
    if (count.isPresent()) {
      long distance = ArithmeticCompiler.distance(type, count.getAsLong());
      accesses.moved(left, back ? -distance : distance, target);
    } else if (type.isToText()) {
      code.emit(back ? Op.SUB : Op.ADD, target, left, operand);
    } else {
      int steps = back ? frame.temporary() : operand;
      if (back) {
        code.emit(Op.NEG, steps, operand, 0);
      }
      out.copy(left, target);
      code.emit(Op.INDEX, target, steps, accesses.elements(type.target().words(), 0));
    }
  }

  /** Can a single operation of the machine do it? */
  private static boolean isAtomic(Expr.Update e) {
    boolean number = e.place().type().integer().filter(type -> type != IntType.BOOL).isPresent();
    return number
        && switch (e.operator()) {
          case ADD, SUB, AND, OR -> true;
          default -> false;
        };
  }

  private void atomically(Expr.Update e, Location access, int operand, boolean used, int result) {
    int pointer = frame.temporary();
    int value = frame.temporary();
    int number = operand;
    if (operand < 0) {
      number = loaded(ValueCompiler.constant(e.operand()).orElseThrow());
    }
    accesses.pointerTo(access, pointer);
    code.emit(e.operator() == Operator.SUB ? Op.NEG : Op.MOV, value, number, 0);
    int width = e.place().type().integer().orElseThrow().extension();
    code.emit(Op.RMW, pointer, 0, kind(e.operator()) | width << CallCompiler.WIDTH_SHIFT);
    if (used) {
      compute(e, pointer, number, result);
    }
  }

  private static int kind(Operator operator) {
    return switch (operator) {
      case AND -> Op.RMW_AND;
      case OR -> Op.RMW_OR;
      default -> Op.RMW_ADD;
    };
  }
}
