package lastwords.machine.cpu.core;

/** What a CPU is doing. */
public enum CpuMode {
  RUNNING,
  /** Registers what it waits for, word by word. */
  PARKING,
  /** Stands in line for a lock. */
  LOCK,
  /** Spins until a word changes. */
  POLL,
  DELAY,
  UART,
  HALTED,
  /** An endless loop without a body. */
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
