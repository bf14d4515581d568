package lastwords.kernelc.tree;

/** A visitor that treats some kinds of expression specially, and all others in one way. */
public interface PartialVisitor<A, R> extends Expr.Visitor<A, R> {
  R other(Expr e, A with);

  @Override
  default R constant(Expr.Constant e, A with) {
    return other(e, with);
  }

  @Override
  default R text(Expr.Text e, A with) {
    return other(e, with);
  }

  @Override
  default R functionAddress(Expr.FunctionAddress e, A with) {
    return other(e, with);
  }

  @Override
  default R load(Expr.Load e, A with) {
    return other(e, with);
  }

  @Override
  default R addressOf(Expr.AddressOf e, A with) {
    return other(e, with);
  }

  @Override
  default R store(Expr.Store e, A with) {
    return other(e, with);
  }

  @Override
  default R copyStruct(Expr.CopyStruct e, A with) {
    return other(e, with);
  }

  @Override
  default R update(Expr.Update e, A with) {
    return other(e, with);
  }

  @Override
  default R unary(Expr.Unary e, A with) {
    return other(e, with);
  }

  @Override
  default R binary(Expr.Binary e, A with) {
    return other(e, with);
  }

  @Override
  default R move(Expr.Move e, A with) {
    return other(e, with);
  }

  @Override
  default R distance(Expr.Distance e, A with) {
    return other(e, with);
  }

  @Override
  default R convert(Expr.Convert e, A with) {
    return other(e, with);
  }

  @Override
  default R logical(Expr.Logical e, A with) {
    return other(e, with);
  }

  @Override
  default R conditional(Expr.Conditional e, A with) {
    return other(e, with);
  }

  @Override
  default R orElse(Expr.OrElse e, A with) {
    return other(e, with);
  }

  @Override
  default R comma(Expr.Comma e, A with) {
    return other(e, with);
  }

  @Override
  default R call(Expr.Call e, A with) {
    return other(e, with);
  }

  @Override
  default R callPointer(Expr.CallPointer e, A with) {
    return other(e, with);
  }

  @Override
  default R builtin(Expr.BuiltinCall e, A with) {
    return other(e, with);
  }

  @Override
  default R atomic(Expr.Atomic e, A with) {
    return other(e, with);
  }

  @Override
  default R block(Expr.BlockValue e, A with) {
    return other(e, with);
  }

  @Override
  default R vaStart(Expr.VaStart e, A with) {
    return other(e, with);
  }
}
