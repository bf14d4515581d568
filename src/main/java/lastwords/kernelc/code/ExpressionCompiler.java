package lastwords.kernelc.code;

import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Place;

/** Compiles expressions; complex ones have compilers of their own. */
final class ExpressionCompiler implements ValueCompiler, Expr.Visitor<Integer, Integer> {
  private final Emitter out;
  private final BodyCompiler bodies;
  private final FunctionCode code;
  private final FrameLayout frame;
  private final Accesses accesses;
  private final ArithmeticCompiler arithmetic;
  private final UpdateCompiler updates;
  private final BranchCompiler branches;
  private final CallCompiler calls;

  /**
   * @param itself the function being compiled
   */
  ExpressionCompiler(Emitter out, BodyCompiler bodies, Function itself) {
    this.out = out;
    this.bodies = bodies;
    code = out.code();
    frame = out.frame();
    accesses = new Accesses(out, this);
    arithmetic = new ArithmeticCompiler(out, this, accesses);
    updates = new UpdateCompiler(out, this, accesses, arithmetic);
    branches = new BranchCompiler(out, this);
    calls = new CallCompiler(out, this, new InlineCalls(out, this, bodies, itself));
  }

  ArithmeticCompiler arithmetic() {
    return arithmetic;
  }

  BranchCompiler branches() {
    return branches;
  }

  @Override
  public int wanted(Expr e, int slot) {
    code.at(e.spot().line());
    return e.accept(this, slot);
  }

  @Override
  public void into(Expr e, int target) {
    int mark = frame.mark();
    out.copy(wanted(e, target), target);
    frame.release(mark);
  }

  @Override
  public void effect(Expr e) {
    int mark = frame.mark();
    if (e instanceof Expr.Update update) {
      code.at(e.spot().line());
      updates.effect(update);
    } else {
      any(e);
    }
    frame.release(mark);
  }

  private int numberAt(long value, int wanted) {
    int target = out.slot(wanted);
    out.number(value, target);
    return target;
  }

  @Override
  public Integer constant(Expr.Constant e, Integer wanted) {
    return numberAt(e.value(), wanted);
  }

  @Override
  public Integer text(Expr.Text e, Integer wanted) {
    return numberAt(out.strings().pointer(e.text()), wanted);
  }

  @Override
  public Integer functionAddress(Expr.FunctionAddress e, Integer wanted) {
    return numberAt(Pointer.of(Pointer.FUNCTION, out.numberOf(e.function(), e.spot())), wanted);
  }

  @Override
  public Integer load(Expr.Load e, Integer wanted) {
    int mark = frame.mark();
    Location access = accesses.to(e.place());
    if (access.kind() == Location.Kind.SLOT && wanted == ANYWHERE) {
      return access.where();
    }
    frame.release(mark);
    int target = out.slot(wanted);
    code.at(e.spot().line());
    accesses.load(access, target);
    return target;
  }

  @Override
  public Integer addressOf(Expr.AddressOf e, Integer wanted) {
    int mark = frame.mark();
    Location access = accesses.toPoint(e.place());
    boolean isPointer = access.kind() == Location.Kind.POINTER && access.where() == 0;
    if (isPointer && wanted == ANYWHERE) {
      return access.register();
    }
    frame.release(mark);
    int target = out.slot(wanted);
    accesses.pointerTo(access, target);
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
    Location access = accesses.to(e.place());
    code.at(e.spot().line());
    accesses.store(access, value);
    frame.release(mark);
    return value;
  }

  @Override
  public Integer copyStruct(Expr.CopyStruct e, Integer wanted) {
    accesses.copy(e);
    return 0;
  }

  @Override
  public Integer update(Expr.Update e, Integer wanted) {
    return updates.value(e);
  }

  @Override
  public Integer unary(Expr.Unary e, Integer wanted) {
    return arithmetic.unary(e, wanted);
  }

  @Override
  public Integer binary(Expr.Binary e, Integer wanted) {
    return arithmetic.binary(e, wanted);
  }

  @Override
  public Integer move(Expr.Move e, Integer wanted) {
    return arithmetic.move(e, wanted);
  }

  @Override
  public Integer distance(Expr.Distance e, Integer wanted) {
    return arithmetic.distance(e, wanted);
  }

  @Override
  public Integer convert(Expr.Convert e, Integer wanted) {
    if (e.type().isVoid()) {
      effect(e.operand());
      return 0;
    }
    return arithmetic.convert(e, wanted);
  }

  @Override
  public Integer logical(Expr.Logical e, Integer wanted) {
    int target = out.slot(wanted);
    int no = code.newLabel();
    int end = code.newLabel();
    branches.jump(e, no, false);
    out.number(1, target);
    code.jump(end);
    code.mark(no);
    out.number(0, target);
    code.mark(end);
    return target;
  }

  @Override
  public Integer conditional(Expr.Conditional e, Integer wanted) {
    int target = e.type().isVoid() ? 0 : out.slot(wanted);
    int no = code.newLabel();
    int end = code.newLabel();
    branches.jump(e.condition(), no, false);
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
    // Not directly into the wanted slot: the second value may be computed from what is there.
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
    return calls.direct(e, wanted);
  }

  @Override
  public Integer callPointer(Expr.CallPointer e, Integer wanted) {
    return calls.throughPointer(e);
  }

  @Override
  public Integer builtin(Expr.BuiltinCall e, Integer wanted) {
    return calls.builtin(e, wanted);
  }

  @Override
  public Integer atomic(Expr.Atomic e, Integer wanted) {
    return calls.atomic(e, wanted);
  }

  @Override
  public Integer block(Expr.BlockValue e, Integer wanted) {
    boolean isVoid = e.type().isVoid();
    int target = isVoid ? 0 : out.slot(wanted);
    int mark = frame.mark();
    e.block().statements().forEach(bodies::add);
    branch(e.value(), target);
    frame.release(mark);
    return target;
  }

  @Override
  public Integer vaStart(Expr.VaStart e, Integer wanted) {
    int list = frame.temporary();
    code.emit(Op.VASTART, list, 0, 0);
    accesses.store(accesses.to(e.list()), list);
    return 0;
  }
}
