package lastwords.kernelc.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.IntType;

/**
 * Compiles the jumps of a switch: a linear sequence, or a binary search if there are many cases.
 */
final class SwitchCompiler {
  private static final int FEW = 4;

  private final Emitter out;
  private final ValueCompiler values;
  private final FunctionCode code;
  private final FrameLayout frame;
  private final Map<Stmt.Case, Integer> labels;
  private final int otherwise;
  private boolean unsigned;

  SwitchCompiler(Emitter out, ValueCompiler values, Map<Stmt.Case, Integer> labels, int otherwise) {
    this.out = out;
    this.values = values;
    code = out.code();
    frame = out.frame();
    this.labels = labels;
    this.otherwise = otherwise;
  }

  void jumps(Expr value) {
    unsigned = value.type() == IntType.ULONG;
    Comparator<Long> order = unsigned ? Long::compareUnsigned : Long::compare;
    List<Stmt.Case> sorted = new ArrayList<>(labels.keySet());
    sorted.removeIf(Stmt.Case::isDefault);
    sorted.sort(Comparator.comparing(Stmt.Case::low, order));
    int mark = frame.mark();
    int slot = values.any(value);
    search(sorted, slot);
    frame.release(mark);
  }

  private void search(List<Stmt.Case> cases, int slot) {
    if (cases.size() <= FEW) {
      cases.forEach(one -> test(one, slot));
      code.jump(otherwise);
      return;
    }
    int middle = cases.size() / 2;
    int upper = code.newLabel();
    compared(unsigned ? Op.ULT : Op.LT, slot, cases.get(middle).low(), upper, false);
    search(cases.subList(0, middle), slot);
    code.mark(upper);
    search(cases.subList(middle, cases.size()), slot);
  }

  private void test(Stmt.Case one, int slot) {
    if (one.low() != one.high()) {
      int over = code.newLabel();
      compared(unsigned ? Op.ULT : Op.LT, slot, one.low(), over, true);
      compared(unsigned ? Op.ULE : Op.LE, slot, one.high(), labels.get(one), true);
      code.mark(over);
    } else if (one.low() == 0) {
      code.jumpIf(slot, labels.get(one), false);
    } else {
      compared(Op.EQ, slot, one.low(), labels.get(one), true);
    }
  }

  private void compared(int op, int slot, long number, int label, boolean when) {
    int mark = frame.mark();
    int result = frame.temporary();
    out.number(number, result);
    code.emit(op, result, slot, result);
    code.jumpIf(result, label, when);
    frame.release(mark);
  }
}
