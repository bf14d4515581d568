package lastwords.kernelc.code;

import lastwords.kernelc.tree.Stmt;

/** Compiles statements nested in other code. */
interface BodyCompiler {
  /** A statement of the body that is being compiled. */
  void add(Stmt statement);

  /**
   * A function's body inlined in its caller.
   *
   * @param result the slot that receives the return value
   * @param end the label that a return jumps to
   */
  void inlined(Stmt body, int result, int end);
}
