package lastwords.kernelc.code;

import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.loop.PollTest;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.type.IntType;

/** Computes how many iterations a polling loop's counter allows. */
final class PollCount {
  private final Emitter out;
  private final ValueCompiler values;
  private final ArithmeticCompiler arithmetic;
  private final FunctionCode code;
  private final FrameLayout frame;
  private final PollTest test;
  private final long step;

  PollCount(
      Emitter out, ValueCompiler values, ArithmeticCompiler arithmetic, PollTest test, long step) {
    this.out = out;
    this.values = values;
    this.arithmetic = arithmetic;
    code = out.code();
    frame = out.frame();
    this.test = test;
    this.step = step;
  }

  /** Puts the number of iterations into a slot: how often the test will hold from now on. */
  void into(int target) {
    int mark = frame.mark();
    int value = frame.temporary();
    compared(value);
    int limit = frame.temporary();
    limit(limit);
    if (test.operator() == Operator.NE) {
      untilEqual(value, limit, target);
    } else {
      untilPassed(value, limit, target);
    }
    frame.release(mark);
  }

  /** The value that the test compares. */
  private void compared(int value) {
    int slot = frame.slot(test.counter());
    if (test.before() == 0) {
      out.copy(slot, value);
    } else {
      code.emit(Op.ADDI, value, slot, (int) test.before());
      arithmetic.narrow(value, value, test.type());
    }
  }

  private void limit(int limit) {
    test.limit().ifPresentOrElse(e -> values.into(e, limit), () -> out.number(0, limit));
  }

  /** A counter that counts by one and wraps around meets its limit in any case. */
  private void untilEqual(int value, int limit, int target) {
    boolean down = step < 0;
    code.emit(Op.SUB, target, down ? value : limit, down ? limit : value);
    IntType type = test.type();
    arithmetic.narrow(target, target, type.unsigned());
  }

  /**
   * From value to limit, both in the direction of the steps; no iterations if it has already
   * passed.
   */
  private void untilPassed(int value, int limit, int target) {
    boolean up = step > 0;
    boolean inclusive = test.operator() == Operator.LE || test.operator() == Operator.GE;
    int none = code.newLabel();
    int from = up ? value : limit;
    int to = up ? limit : value;
    out.number(0, target);
    boolean unsigned = !test.type().signed() && test.type().bits() == Long.SIZE;
    int holds = frame.temporary();
    int op = inclusive ? (unsigned ? Op.ULE : Op.LE) : unsigned ? Op.ULT : Op.LT;
    code.emit(op, holds, from, to);
    code.jumpIf(holds, none, false);
    code.emit(Op.SUB, target, to, from);
    long distance = Math.abs(step);
    code.emit(Op.ADDI, target, target, (int) (inclusive ? distance : distance - 1));
    if (distance > 1) {
      out.number(distance, holds);
      code.emit(Op.DIV, target, target, holds);
    }
    code.mark(none);
  }
}
