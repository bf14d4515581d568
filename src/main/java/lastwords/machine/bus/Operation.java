package lastwords.machine.bus;

/** What a step did: a CPU's operation on a part, or an event at a part. */
public enum Operation {
  LOAD("load", Cost.MEMORY),
  STORE("store", Cost.MEMORY),
  XCHG("xchg", Cost.ATOMIC),
  CMPXCHG("cmpxchg", Cost.ATOMIC),
  ADD("add", Cost.ATOMIC),
  OR("or", Cost.ATOMIC),
  AND("and", Cost.ATOMIC),
  TEXT("text", Cost.TEXT),
  WATCH("watch", Cost.MEMORY),
  WATCH_LOCK("watch_lock", Cost.MEMORY),
  WATCH_STAGING("watch_staging", Cost.MEMORY),
  LOCK("lock", Cost.ATOMIC),
  TRYLOCK("trylock", Cost.ATOMIC),
  UNLOCK("unlock", Cost.ATOMIC),
  IS_LOCKED("is_locked", Cost.ATOMIC),
  LOCK_INIT("lock_init", Cost.ATOMIC),
  SEND_IPI("send_ipi", Cost.SEND),
  TIMER("timer", Cost.MEMORY),
  UART_TX("uart_tx", Cost.MEMORY),
  UART_STOP("uart_stop", Cost.MEMORY),
  PRAM_WRITE("pram_write", Cost.PRAM),
  FIRMWARE("firmware", Cost.MEMORY),
  NOTE("note", Cost.MEMORY),
  RANDOM("random", Cost.MEMORY),
  /** Local work only: the step ended without an operation. */
  COMPUTE("compute", Cost.NOTHING),
  IRQS_ON("irqs_on", Cost.NOTHING),
  DELAY("delay", Cost.NOTHING),
  HALT("halt", Cost.NOTHING),
  SPIN("spin", Cost.SPIN),
  INTERRUPT("interrupt", Cost.SEND),
  RETURN("iret", Cost.SEND),
  TRAP("trap", Cost.SEND),
  BREAKPOINT("breakpoint", Cost.SEND),
  /** A waiting CPU was woken: by a deadline, a changed word or a free lock. */
  WAKE("wake", Cost.NOTHING),
  DELIVER("deliver", Cost.NOTHING),
  DROP("drop", Cost.NOTHING),
  STALL("stall", Cost.NOTHING),
  RESUME("resume", Cost.NOTHING),
  WEDGE("wedge", Cost.NOTHING),
  FAULT("fault", Cost.NOTHING),
  TRACE("trace", Cost.NOTHING),
  END("end", Cost.NOTHING),
  /** A section could not begin yet. */
  RETRY("retry", Cost.NOTHING);

  /** What an operation costs, by the machine's {@link Timing}. */
  private enum Cost {
    /** Nothing apart from the step's instructions. */
    NOTHING,
    MEMORY,
    ATOMIC,
    TEXT,
    SEND,
    PRAM,
    SPIN;

    long of(Timing timing) {
      return switch (this) {
        case NOTHING -> 0;
        case MEMORY -> timing.memory();
        case ATOMIC -> timing.atomic();
        case TEXT -> timing.text();
        case SEND -> timing.sendIpi();
        case PRAM -> timing.pram();
        case SPIN -> timing.spin();
      };
    }
  }

  private final String word;
  private final Cost cost;

  Operation(String word, Cost cost) {
    this.word = word;
    this.cost = cost;
  }

  /** Its cost in ns of emulated time, without jitter and without the instructions. */
  public long cost(Timing timing) {
    return cost.of(timing);
  }

  /** Its name in traces. */
  public String word() {
    return word;
  }

  /** Does it only read a word or a lock, and register the reader? */
  public boolean looks() {
    return switch (this) {
      case LOAD, IS_LOCKED, WATCH, WATCH_LOCK, WATCH_STAGING -> true;
      default -> false; // an unknown operation counts as a change, which is always sound
    };
  }

  /** Does it store into a word of memory, or might it? */
  public boolean stores() {
    return switch (this) {
      case STORE, XCHG, CMPXCHG, ADD, OR, AND, TEXT -> true;
      default -> false;
    };
  }

  private static final Operation[] ALL = values();

  public static Operation of(int ordinal) {
    return ALL[ordinal];
  }
}
