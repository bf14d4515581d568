package lastwords.kernelc.type;

/** The type of nothing. */
public enum VoidType implements Type {
  VOID;

  /** {@code void *} */
  public static final PointerType POINTER = PointerType.to(VOID);

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long size() {
    return 1; // as in GNU C
  }

  @Override
  public long alignment() {
    return 1;
  }

  @Override
  public String declare(String inner) {
    return Type.join("void", inner);
  }

  @Override
  public boolean isVoid() {
    return true;
  }

  @Override
  public boolean isComplete() {
    return false;
  }
}
