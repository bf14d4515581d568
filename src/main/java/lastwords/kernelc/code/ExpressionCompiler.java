package lastwords.kernelc.code;

import java.util.OptionalLong;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Place;

/**
 * Compiles expressions for their values. A value goes into the slot that is asked for, which is
 * then written last of all; or anywhere, and then a local variable's value is used where it is.
 */
final class ExpressionCompiler implements Expr.Visitor<Integer, Integer> {
  static final int ANYWHERE = -1;

  private final FunctionCompiler function;
  private final FunctionCode code;
  private final FrameLayout frame;

  ExpressionCompiler(FunctionCompiler function) {
    this.function = function;
    code = function.code();
    frame = function.frame();
  }

  /** The slot in which the value is. */
  int any(Expr e) {
    return wanted(e, ANYWHERE);
  }

  /** The slot in which the value is: the wanted one, if possible. */
  int wanted(Expr e, int slot) {
    code.at(e.spot().line());
    return e.accept(this, slot);
  }

  /** Puts the value into that slot. */
  void into(Expr e, int target) {
    int mark = frame.mark();
    copy(wanted(e, target), target);
    frame.release(mark);
  }

  /** Computes it for what it does. */
  void effect(Expr e) {
    int mark = frame.mark();
    if (e instanceof Expr.Update update) {
      code.at(e.spot().line());
      function.updates().effect(update);
    } else {
      any(e);
    }
    frame.release(mark);
  }

  OptionalLong constant(Expr e) {
    return e instanceof Expr.Constant constant
        ? OptionalLong.of(constant.value())
        : OptionalLong.empty();
  }

  void copy(int from, int to) {
    if (from != to) {
      code.emit(Op.MOV, to, from, 0);
    }
  }

  void number(long value, int target) {
    if (value == (int) value) {
      code.emit(Op.IMM, target, (int) value, 0);
    } else {
      code.emit(Op.CONST, target, function.buffer().constant(value), 0);
    }
  }

  /** The wanted slot, or a new temporary one. */
  int slot(int wanted) {
    return wanted == ANYWHERE ? frame.temporary() : wanted;
  }

  private int numberAt(long value, int wanted) {
    int target = slot(wanted);
    number(value, target);
    return target;
  }

  @Override
  public Integer constant(Expr.Constant e, Integer wanted) {
    return numberAt(e.value(), wanted);
  }

  @Override
  public Integer text(Expr.Text e, Integer wanted) {
    return numberAt(function.strings().pointer(e.text()), wanted);
  }

  @Override
  public Integer functionAddress(Expr.FunctionAddress e, Integer wanted) {
    return numberAt(
        Pointer.of(Pointer.FUNCTION, function.numberOf(e.function(), e.spot())), wanted);
  }

  @Override
  public Integer load(Expr.Load e, Integer wanted) {
    int mark = frame.mark();
    Location access = function.accesses().to(e.place());
    if (access.kind() == Location.Kind.SLOT && wanted == ANYWHERE) {
      return access.where();
    }
    frame.release(mark);
    int target = slot(wanted);
    code.at(e.spot().line());
    function.accesses().load(access, target);
    return target;
  }

  @Override
  public Integer addressOf(Expr.AddressOf e, Integer wanted) {
    int mark = frame.mark();
    Location access = function.accesses().toPoint(e.place());
    boolean isPointer = access.kind() == Location.Kind.POINTER && access.where() == 0;
    if (isPointer && wanted == ANYWHERE) {
      return access.register();
    }
    frame.release(mark);
    int target = slot(wanted);
    function.accesses().pointerTo(access, target);
    return target;
  }

  @Override
  public Integer store(Expr.Store e, Integer wanted) {
    if (e.place() instanceof Place.OfLocal local) {
      int slot = frame.slot(local.local());
      into(e.value(), slot);
      return slot;
    }
    int value = any(e.value());
    int mark = frame.mark();
    Location access = function.accesses().to(e.place());
    code.at(e.spot().line());
    function.accesses().store(access, value);
    frame.release(mark);
    return value;
  }

  @Override
  public Integer copyStruct(Expr.CopyStruct e, Integer wanted) {
    function.accesses().copy(e);
    return 0;
  }

  @Override
  public Integer update(Expr.Update e, Integer wanted) {
    return function.updates().value(e);
  }

  @Override
  public Integer unary(Expr.Unary e, Integer wanted) {
    return function.arithmetic().unary(e, wanted);
  }

  @Override
  public Integer binary(Expr.Binary e, Integer wanted) {
    return function.arithmetic().binary(e, wanted);
  }

  @Override
  public Integer move(Expr.Move e, Integer wanted) {
    return function.arithmetic().move(e, wanted);
  }

  @Override
  public Integer distance(Expr.Distance e, Integer wanted) {
    return function.arithmetic().distance(e, wanted);
  }

  @Override
  public Integer convert(Expr.Convert e, Integer wanted) {
    if (e.type().isVoid()) {
      effect(e.operand());
      return 0;
    }
    return function.arithmetic().convert(e, wanted);
  }

  @Override
  public Integer logical(Expr.Logical e, Integer wanted) {
    int target = slot(wanted);
    int no = code.newLabel();
    int end = code.newLabel();
    function.branches().jump(e, no, false);
    number(1, target);
    code.jump(end);
    code.mark(no);
    number(0, target);
    code.mark(end);
    return target;
  }

  @Override
  public Integer conditional(Expr.Conditional e, Integer wanted) {
    int target = e.type().isVoid() ? 0 : slot(wanted);
    int no = code.newLabel();
    int end = code.newLabel();
    function.branches().jump(e.condition(), no, false);
    branch(e.yes(), target);
    code.jump(end);
    code.mark(no);
    branch(e.no(), target);
    code.mark(end);
    return target;
  }

  private void branch(Expr e, int target) {
    if (e.type().isVoid()) {
      effect(e);
    } else {
      into(e, target);
    }
  }

  @Override
  public Integer orElse(Expr.OrElse e, Integer wanted) {
    // Not straight into the wanted slot: the second value may be computed from what is there.
    int target = frame.temporary();
    int end = code.newLabel();
    into(e.value(), target);
    code.jumpIf(target, end, true);
    into(e.otherwise(), target);
    code.mark(end);
    return target;
  }

  @Override
  public Integer comma(Expr.Comma e, Integer wanted) {
    effect(e.first());
    return wanted(e.second(), wanted);
  }

  @Override
  public Integer call(Expr.Call e, Integer wanted) {
    return function.calls().direct(e, wanted);
  }

  @Override
  public Integer callPointer(Expr.CallPointer e, Integer wanted) {
    return function.calls().throughPointer(e);
  }

  @Override
  public Integer builtin(Expr.BuiltinCall e, Integer wanted) {
    return function.calls().builtin(e, wanted);
  }

  @Override
  public Integer atomic(Expr.Atomic e, Integer wanted) {
    return function.calls().atomic(e, wanted);
  }

  @Override
  public Integer block(Expr.BlockValue e, Integer wanted) {
    boolean isVoid = e.type().isVoid();
    int target = isVoid ? 0 : slot(wanted);
    int mark = frame.mark();
    e.block().statements().forEach(statement -> statement.accept(function.statements()));
    branch(e.value(), target);
    frame.release(mark);
    return target;
  }

  @Override
  public Integer vaStart(Expr.VaStart e, Integer wanted) {
    int list = frame.temporary();
    code.emit(Op.VASTART, list, 0, 0);
    function.accesses().store(function.accesses().to(e.list()), list);
    return 0;
  }
}
