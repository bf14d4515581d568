package lastwords.machine.cpu.core;

/** What a CPU is doing. */
public enum CpuMode {
  RUNNING,
  /** It registers what it waits for, word by word. */
  PARKING,
  /** It waits in the queue of a lock. */
  LOCK,
  /** It spins until a word changes. */
  POLL,
  DELAY,
  UART,
  HALTED,
  /** It is in an endless loop without a body. */
  FOREVER,
  /** Its workload is over: idle. */
  DONE,
  /** It can never run again. */
  LOST;

  private static final CpuMode[] ALL = values();

  static CpuMode of(long word) {
    return ALL[(int) word];
  }
}
