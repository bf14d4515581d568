package lastwords.kernelc.tree;

/** What computes one number out of another. */
public enum UnaryOperator {
  NEGATE,
  COMPLEMENT,
  /** 1 when the operand is 0, which may be a pointer. */
  NOT
}
