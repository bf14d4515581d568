package lastwords.kernelc.type;

/** The further arguments of a variadic function, in one word. */
public enum VaListType implements Type {
  VA_LIST;

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long size() {
    return 24;
  }

  @Override
  public long alignment() {
    return 8;
  }

  @Override
  public String declare(String inner) {
    return Type.join("va_list", inner);
  }
}
