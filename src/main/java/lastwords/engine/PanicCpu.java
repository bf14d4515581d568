package lastwords.engine;

import lastwords.kernelc.image.Builtin;

/**
 * The panicking CPU, as reported by the kernel: from the CPUs' notes, in the order in which they
 * arrive.
 */
public final class PanicCpu {
  private int number = -1;
  private boolean panics; // did it panic, not only oops?

  /** A CPU reports a panic or (which counts unless one panics) an oops; other notes are ignored. */
  public void note(long builtin, int cpu) {
    if (builtin == Builtin.PANIC_BEGINS.ordinal()) {
      begins(cpu, true);
    } else if (builtin == Builtin.OOPS_BEGINS.ordinal()) {
      begins(cpu, false);
    }
  }

  private void begins(int cpu, boolean panic) {
    if (panic || !panics) {
      number = cpu;
      panics = panic;
    }
  }

  /** Its number; -1: none has panicked or had an oops. */
  public int number() {
    return number;
  }
}
