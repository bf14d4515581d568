package lastwords.kernelc.code;

import java.util.ArrayDeque;
import java.util.Deque;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Local;

/**
 * Compiles calls of {@code inline} functions: the body is placed in the caller, so that it has no
 * frame of its own. Functions that cannot be inlined are called: one without a body, a variadic
 * one, and one that is already being inlined.
 */
final class InlineCalls {
  private final Emitter out;
  private final ValueCompiler values;
  private final BodyCompiler bodies;
  private final FrameLayout frame;
  private final Deque<Function> open = new ArrayDeque<>();

  /**
   * @param itself the function being compiled
   */
  InlineCalls(Emitter out, ValueCompiler values, BodyCompiler bodies, Function itself) {
    this.out = out;
    this.values = values;
    this.bodies = bodies;
    frame = out.frame();
    open.push(itself);
  }

  boolean takes(Function called) {
    return called.inline()
        && called.body().isPresent()
        && !called.type().variadic()
        && !open.contains(called);
  }

  /** The slot of the result: the wanted one if possible. */
  int compile(Expr.Call e, int wanted) {
    int result = wanted >= 0 && frame.isLastTemporary(wanted) ? wanted : frame.temporary();
    int mark = frame.mark();
    int arguments = mark;
    for (Expr argument : e.named()) {
      values.into(argument, frame.temporary());
    }
    for (Local parameter : e.function().parameters()) {
      frame.bind(parameter, arguments++);
    }
    body(e.function(), result);
    frame.release(mark);
    finish(e);
    return result;
  }

  private void body(Function called, int result) {
    FunctionCode code = out.code();
    int end = code.newLabel();
    String file = code.in(called.spot().file());
    open.push(called);
    bodies.inlined(called.body().orElseThrow(), result, end);
    open.pop();
    code.in(file);
    code.mark(end);
  }

  private void finish(Expr.Call e) {
    out.code().at(e.spot().line());
    if (e.function().noreturn()) {
      out.code().emit(Op.FOREVER, 0, 0, 0);
    }
  }
}
