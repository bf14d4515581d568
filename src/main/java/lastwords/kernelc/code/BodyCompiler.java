package lastwords.kernelc.code;

import lastwords.kernelc.tree.Stmt;

/** Compiles statements in the middle of something else. */
interface BodyCompiler {
  /** A statement of the body that is being compiled. */
  void add(Stmt statement);

  /**
   * The body of a function that stands in its caller.
   *
   * @param result the slot in which a return leaves its value
   * @param end the label to which a return goes
   */
  void inlined(Stmt body, int result, int end);
}
