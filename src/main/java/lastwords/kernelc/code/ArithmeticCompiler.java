package lastwords.kernelc.code;

import java.util.OptionalLong;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.loop.Ranges;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;

/**
 * Compiles arithmetic. The machine computes with 64 bits; a result that may exceed its narrower
 * type is narrowed at once, except where only its lower bits matter.
 */
final class ArithmeticCompiler {
  private final Emitter out;
  private final ValueCompiler values;
  private final Accesses accesses;
  private final FunctionCode code;
  private final FrameLayout frame;

  ArithmeticCompiler(Emitter out, ValueCompiler values, Accesses accesses) {
    this.out = out;
    this.values = values;
    this.accesses = accesses;
    code = out.code();
    frame = out.frame();
  }

  private int any(Expr e) {
    return values.any(e);
  }

  /** Do the lower bits of the result depend on the lower bits of the operands alone? */
  static boolean isLow(Operator operator) {
    return switch (operator) {
      case ADD, SUB, MUL, AND, OR, XOR, SHL -> true;
      default -> false;
    };
  }

  private static boolean isWide(IntType type) {
    return type.bits() == Long.SIZE;
  }

  /** A slot whose lower 32 bits are those of the value. */
  int lowBits(Expr e) {
    int wanted = ValueCompiler.ANYWHERE;
    if (e instanceof Expr.Binary binary && isLow(binary.operator()) && !isWide(binary.operands())) {
      code.at(e.spot().line());
      return low(binary, wanted);
    }
    if (e instanceof Expr.Unary unary
        && unary.operator() != UnaryOperator.NOT
        && !isWide(unary.type())) {
      code.at(e.spot().line());
      return lowUnary(unary, wanted);
    }
    boolean sameBits =
        e instanceof Expr.Convert convert
            && convert.type().integer().filter(t -> t.bits() >= 32).isPresent()
            && convert.operand().type().integer().isPresent();
    return sameBits ? lowBits(((Expr.Convert) e).operand()) : any(e);
  }

  int binary(Expr.Binary e, int wanted) {
    if (e.operator().isComparison()) {
      return comparison(e, wanted);
    }
    boolean inside = isWide(e.operands()) || Ranges.exact(e).fits(e.operands());
    if (inside || !isLow(e.operator())) {
      int result = exact(e, wanted);
      return inside ? result : narrowed(result, e.operands());
    }
    return narrowed(low(e, wanted), e.operands());
  }

  private int narrowed(int slot, IntType type) {
    narrow(slot, slot, type);
    return slot;
  }

  void narrow(int target, int slot, IntType type) {
    if (type.extension() != 0) {
      code.emit(Op.EXT, target, slot, type.extension());
    }
  }

  /** With both operands exact. */
  private int exact(Expr.Binary e, int wanted) {
    OptionalLong right = ValueCompiler.constant(e.right());
    int mark = frame.mark();
    if (e.operator() == Operator.AND
        && right.isPresent()
        && right.getAsLong() >= 0
        && !isWide(e.operands())) {
      return operation(e, lowBits(e.left()), mark, wanted);
    }
    return operation(e, any(e.left()), mark, wanted);
  }

  private int operation(Expr.Binary e, int left, int mark, int wanted) {
    OptionalLong constant = addend(e);
    if (constant.isPresent()) {
      return added(left, constant.getAsLong(), mark, wanted, e);
    }
    return emit(e, left, any(e.right()), mark, wanted);
  }

  /** The constant that a sum adds, if the instruction has room for it. */
  private static OptionalLong addend(Expr.Binary e) {
    OptionalLong right = ValueCompiler.constant(e.right());
    if (!isSum(e.operator()) || right.isEmpty() || !isImmediate(right.getAsLong())) {
      return OptionalLong.empty();
    }
    return e.operator() == Operator.ADD ? right : OptionalLong.of(-right.getAsLong());
  }

  private static boolean isSum(Operator operator) {
    return operator == Operator.ADD || operator == Operator.SUB;
  }

  private static boolean isImmediate(long value) {
    return value == (int) value && value != Integer.MIN_VALUE;
  }

  private int added(int left, long number, int mark, int wanted, Expr e) {
    frame.release(mark);
    int target = out.slot(wanted);
    code.at(e.spot().line());
    code.emit(Op.ADDI, target, left, (int) number);
    return target;
  }

  private int emit(Expr.Binary e, int left, int right, int mark, int wanted) {
    frame.release(mark);
    int target = out.slot(wanted);
    code.at(e.spot().line());
    code.emit(op(e.operator(), e.operands()), target, left, right);
    return target;
  }

  static int op(Operator operator, IntType type) {
    boolean signed = type.signed();
    return switch (operator) {
      case ADD -> Op.ADD;
      case SUB -> Op.SUB;
      case MUL -> Op.MUL;
      case DIV -> signed ? Op.DIV : Op.UDIV;
      case MOD -> signed ? Op.MOD : Op.UMOD;
      case AND -> Op.AND;
      case OR -> Op.OR;
      case XOR -> Op.XOR;
      case SHL -> Op.SHL;
      case SHR -> signed ? Op.SAR : Op.SHR;
      case EQ -> Op.EQ;
      case NE -> Op.NE;
      case LT, GT -> isWide(type) && !signed ? Op.ULT : Op.LT;
      case LE, GE -> isWide(type) && !signed ? Op.ULE : Op.LE;
    };
  }

  /** With only the lower bits of operands and result exact. */
  private int low(Expr.Binary e, int wanted) {
    int mark = frame.mark();
    int left = lowBits(e.left());
    OptionalLong constant = addend(e);
    if (constant.isPresent()) {
      return added(left, constant.getAsLong(), mark, wanted, e);
    }
    int other = e.operator() == Operator.SHL ? any(e.right()) : lowBits(e.right());
    return emit(e, left, other, mark, wanted);
  }

  private int comparison(Expr.Binary e, int wanted) {
    int mark = frame.mark();
    OptionalLong right = ValueCompiler.constant(e.right());
    boolean withZero = right.isPresent() && right.getAsLong() == 0;
    int left = any(e.left());
    if (withZero && (e.operator() == Operator.EQ || e.operator() == Operator.NE)) {
      return againstZero(e, left, mark, wanted);
    }
    int other = any(e.right());
    boolean swapped = e.operator() == Operator.GT || e.operator() == Operator.GE;
    return swapped ? emit(e, other, left, mark, wanted) : emit(e, left, other, mark, wanted);
  }

  private int againstZero(Expr.Binary e, int left, int mark, int wanted) {
    frame.release(mark);
    int target = out.slot(wanted);
    code.at(e.spot().line());
    if (e.operator() == Operator.EQ) {
      code.emit(Op.LNOT, target, left, 0);
    } else {
      code.emit(Op.EXT, target, left, 1);
    }
    return target;
  }

  int unary(Expr.Unary e, int wanted) {
    boolean not = e.operator() == UnaryOperator.NOT;
    boolean stays =
        isWide(e.type()) || (e.operator() == UnaryOperator.COMPLEMENT && e.type().signed());
    if (not || stays) {
      int mark = frame.mark();
      return unary(not ? Op.LNOT : op(e.operator()), any(e.operand()), wanted, mark);
    }
    return narrowed(lowUnary(e, wanted), e.type());
  }

  private int lowUnary(Expr.Unary e, int wanted) {
    int mark = frame.mark();
    return unary(op(e.operator()), lowBits(e.operand()), wanted, mark);
  }

  private static int op(UnaryOperator operator) {
    return operator == UnaryOperator.NEGATE ? Op.NEG : Op.NOT;
  }

  private int unary(int op, int operand, int wanted, int mark) {
    frame.release(mark);
    int target = out.slot(wanted);
    code.emit(op, target, operand, 0);
    return target;
  }

  int convert(Expr.Convert e, int wanted) {
    IntType type = e.type().integer().orElse(IntType.ULONG);
    if (isWide(type) || Ranges.of(e.operand()).fits(type)) {
      return values.wanted(e.operand(), wanted);
    }
    int mark = frame.mark();
    int operand = type == IntType.BOOL ? any(e.operand()) : lowBits(e.operand());
    frame.release(mark);
    int target = out.slot(wanted);
    narrow(target, operand, type);
    return target;
  }

  /** A pointer moved by a number of elements. */
  int move(Expr.Move e, int wanted) {
    PointerType type = e.type();
    OptionalLong count = ValueCompiler.constant(e.count());
    int mark = frame.mark();
    if (count.isPresent()) {
      int pointer = any(e.pointer());
      frame.release(mark);
      int target = out.slot(wanted);
      accesses.moved(pointer, distance(type, count.getAsLong()), target);
      return target;
    }
    return type.isToText() ? moveInText(e, wanted) : index(e, wanted);
  }

  /** The distance of {@code count} elements, as a difference of pointers. */
  static long distance(PointerType type, long count) {
    return type.isToText() ? count : count * type.target().words() << Accesses.POINTER_SHIFT;
  }

  private int moveInText(Expr.Move e, int wanted) {
    int mark = frame.mark();
    int pointer = any(e.pointer());
    int count = any(e.count());
    frame.release(mark);
    int target = out.slot(wanted);
    code.emit(Op.ADD, target, pointer, count);
    return target;
  }

  private int index(Expr.Move e, int wanted) {
    // INDEX moves a pointer in place, so it gets a copy; the count may still need what is in the
    // wanted slot.
    int target = frame.temporary();
    int mark = frame.mark();
    values.into(e.pointer(), target);
    int count = any(e.count());
    code.emit(Op.INDEX, target, count, accesses.elements(e.type().target().words(), 0));
    frame.release(mark);
    return target;
  }

  int distance(Expr.Distance e, int wanted) {
    int mark = frame.mark();
    int left = any(e.left());
    int right = any(e.right());
    frame.release(mark);
    int target = out.slot(wanted);
    code.emit(Op.SUB, target, left, right);
    if (!e.pointers().isToText()) {
      by(Op.SAR, target, Accesses.POINTER_SHIFT);
      int words = e.pointers().target().words();
      if (words > 1) {
        by(Op.DIV, target, words);
      }
    }
    return target;
  }

  private void by(int op, int target, int number) {
    int mark = frame.mark();
    int operand = frame.temporary();
    out.number(number, operand);
    code.emit(op, target, target, operand);
    frame.release(mark);
  }
}
