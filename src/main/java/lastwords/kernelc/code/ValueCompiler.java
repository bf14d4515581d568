package lastwords.kernelc.code;

import java.util.OptionalLong;
import lastwords.kernelc.tree.Expr;

/**
 * Compiles expressions for their values. A value goes into the slot that is asked for, which is
 * then written last of all; or anywhere, and then a local variable's value is used where it is.
 */
interface ValueCompiler {
  /** No slot in particular. */
  int ANYWHERE = -1;

  /** The slot in which the value is: the wanted one, if possible. */
  int wanted(Expr e, int slot);

  /** The slot in which the value is. */
  default int any(Expr e) {
    return wanted(e, ANYWHERE);
  }

  /** Puts the value into that slot. */
  void into(Expr e, int target);

  /** Computes it for what it does. */
  void effect(Expr e);

  /** The value of an expression that is a constant. */
  static OptionalLong constant(Expr e) {
    return e instanceof Expr.Constant constant
        ? OptionalLong.of(constant.value())
        : OptionalLong.empty();
  }
}
