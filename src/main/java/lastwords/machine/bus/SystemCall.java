package lastwords.machine.bus;

import lastwords.kernelc.image.Builtin;

/** Builtins by their number in the byte code. */
public final class SystemCall {
  private static final Builtin[] ALL = Builtin.values();

  private SystemCall() {}

  public static Builtin of(int number) {
    return ALL[number];
  }
}
