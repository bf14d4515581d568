package lastwords.engine;

import lastwords.kernelc.image.Builtin;

/**
 * The CPU that panics, as the kernel says it: by the notes of CPUs, in the order in which they
 * come.
 */
public final class PanicCpu {
  private int number = -1;
  private boolean panics; // it has not only oopsed

  /** A CPU says that it panics, or (unless one does) that it oopses; other notes are ignored. */
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

  /** Its number; -1: none has panicked or oopsed. */
  public int number() {
    return number;
  }
}
