package lastwords.kernelc.tree;

/** Unary operators on numbers. */
public enum UnaryOperator {
  NEGATE,
  COMPLEMENT,
  /** 1 if the operand is 0; the operand may be a pointer. */
  NOT
}
