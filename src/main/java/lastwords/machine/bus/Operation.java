package lastwords.machine.bus;

/** What a step did: an operation of a CPU on a part, or an event that reached a part. */
public enum Operation {
  LOAD("load"),
  STORE("store"),
  XCHG("xchg"),
  CMPXCHG("cmpxchg"),
  ADD("add"),
  OR("or"),
  AND("and"),
  TEXT("text"),
  WATCH("watch"),
  WATCH_LOCK("watch_lock"),
  WATCH_STAGING("watch_staging"),
  LOCK("lock"),
  TRYLOCK("trylock"),
  UNLOCK("unlock"),
  IS_LOCKED("is_locked"),
  LOCK_INIT("lock_init"),
  SEND_IPI("send_ipi"),
  TIMER("timer"),
  UART_TX("uart_tx"),
  UART_STOP("uart_stop"),
  PRAM_WRITE("pram_write"),
  FIRMWARE("firmware"),
  NOTE("note"),
  RANDOM("random"),
  /** Local work only: the step ended without an operation. */
  COMPUTE("compute"),
  IRQS_ON("irqs_on"),
  DELAY("delay"),
  HALT("halt"),
  SPIN("spin"),
  INTERRUPT("interrupt"),
  RETURN("iret"),
  TRAP("trap"),
  BREAKPOINT("breakpoint"),
  /** A waiting CPU was woken: by a deadline, a changed word or a free lock. */
  WAKE("wake"),
  DELIVER("deliver"),
  DROP("drop"),
  STALL("stall"),
  RESUME("resume"),
  WEDGE("wedge"),
  FAULT("fault"),
  TRACE("trace"),
  END("end"),
  /** A section could not begin yet. */
  RETRY("retry");

  private final String word;

  Operation(String word) {
    this.word = word;
  }

  /** The name in traces. */
  public String word() {
    return word;
  }

  private static final Operation[] ALL = values();

  public static Operation of(int ordinal) {
    return ALL[ordinal];
  }
}
