package lastwords.machine;

import lastwords.kernelc.Builtin;

/** Builtins by their number in the byte code. */
final class SystemCall {
  private static final Builtin[] ALL = Builtin.values();

  private SystemCall() {}

  static Builtin of(int number) {
    return ALL[number];
  }
}
