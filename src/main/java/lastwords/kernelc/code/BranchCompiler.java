package lastwords.kernelc.code;

import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.PartialVisitor;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;

/** Compiles conditions directly into jumps. */
final class BranchCompiler implements PartialVisitor<BranchCompiler.Jump, Void> {
  private final ValueCompiler values;
  private final FunctionCode code;
  private final FrameLayout frame;

  /**
   * Where to continue if the condition's truth equals {@code when}; otherwise the next instruction
   * follows.
   */
  record Jump(int label, boolean when) {
    Jump inverted() {
      return new Jump(label, !when);
    }
  }

  BranchCompiler(Emitter out, ValueCompiler values) {
    this.values = values;
    code = out.code();
    frame = out.frame();
  }

  /** Jumps if the condition's truth equals {@code when}. */
  void jump(Expr condition, int label, boolean when) {
    jump(condition, new Jump(label, when));
  }

  private void jump(Expr condition, Jump jump) {
    int mark = frame.mark();
    code.at(condition.spot().line());
    condition.accept(this, jump);
    frame.release(mark);
  }

  @Override
  public Void other(Expr e, Jump jump) {
    code.jumpIf(values.any(e), jump.label(), jump.when());
    return null;
  }

  @Override
  public Void constant(Expr.Constant e, Jump jump) {
    if ((e.value() != 0) == jump.when()) {
      code.jump(jump.label());
    }
    return null;
  }

  @Override
  public Void unary(Expr.Unary e, Jump jump) {
    if (e.operator() != UnaryOperator.NOT) {
      return other(e, jump);
    }
    jump(e.operand(), jump.inverted());
    return null;
  }

  @Override
  public Void binary(Expr.Binary e, Jump jump) {
    boolean equality = e.operator() == Operator.EQ || e.operator() == Operator.NE;
    boolean withZero = equality && ValueCompiler.constant(e.right()).orElse(1) == 0;
    if (!withZero) {
      return other(e, jump);
    }
    jump(e.left(), e.operator() == Operator.NE ? jump : jump.inverted());
    return null;
  }

  @Override
  public Void logical(Expr.Logical e, Jump jump) {
    // To jump if `a && b' holds, or if `a || b' does not, both are needed; otherwise one of them is
    // enough.
    if (e.and() == jump.when()) {
      int over = code.newLabel();
      jump(e.left(), new Jump(over, !jump.when()));
      jump(e.right(), jump);
      code.mark(over);
    } else {
      jump(e.left(), jump);
      jump(e.right(), jump);
    }
    return null;
  }

  @Override
  public Void convert(Expr.Convert e, Jump jump) {
    IntType type = e.type().integer().orElse(IntType.ULONG);
    IntType from = e.operand().type().integer().orElse(IntType.ULONG);
    boolean sameTruth = type == IntType.BOOL || type.bits() >= from.bits();
    if (!sameTruth) {
      return other(e, jump);
    }
    jump(e.operand(), jump);
    return null;
  }

  @Override
  public Void comma(Expr.Comma e, Jump jump) {
    values.effect(e.first());
    jump(e.second(), jump);
    return null;
  }
}
