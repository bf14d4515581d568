package lastwords.kernelc.code;

import java.util.OptionalLong;
import lastwords.kernelc.tree.Expr;

/**
 * Compiles expressions for their values. A value goes into the requested slot, which is written
 * last; or anywhere, in which case a local variable's value is used where it is.
 */
interface ValueCompiler {
  /** No slot in particular. */
  int ANYWHERE = -1;

  /** The slot that holds the value: the wanted one if possible. */
  int wanted(Expr e, int slot);

  /** The slot that holds the value. */
  default int any(Expr e) {
    return wanted(e, ANYWHERE);
  }

  /** Computes the value into this slot. */
  void into(Expr e, int target);

  /** Computes it for its side effects. */
  void effect(Expr e);

  /** The value of an expression that is a constant. */
  static OptionalLong constant(Expr e) {
    return e instanceof Expr.Constant constant
        ? OptionalLong.of(constant.value())
        : OptionalLong.empty();
  }
}
