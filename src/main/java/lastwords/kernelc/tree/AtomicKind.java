package lastwords.kernelc.tree;

/** Kinds of atomic operation. */
public enum AtomicKind {
  XCHG,
  CMPXCHG,
  ADD,
  OR,
  AND
}
