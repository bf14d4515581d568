package lastwords.engine.model;

/**
 * Something that can happen next. Schedules are lists of these.
 *
 * @param kind what happens
 * @param cpu the CPU to which it happens
 * @param number for a step: which of its results (0 unless it draws a random number); for an
 *     interrupt: the vector; for text: the serial port; for a fault of the scenario: its id
 */
public record Action(Kind kind, int cpu, int number) {
  /** Kinds of actions. */
  public enum Kind {
    /** The CPU takes a step. */
    STEP(false),
    /** An interrupt that is in flight arrives. */
    DELIVER(true),
    /** Part of the CPU's text is sent. */
    SEND(true),
    /** The CPU's wait times out. */
    TIMEOUT(false),
    /** The CPU's timer fires. */
    TIMER(false),
    /** A fault: from now on the CPU executes and answers nothing. */
    STALL(false),
    /** A fault: an interrupt that is in flight is lost. */
    DROP(true),
    /** The time of a fault of the scenario has come. */
    FAULT(true),
    /** A fault of the scenario that has stalled the CPU ends. */
    RESUME(true);

    private final boolean numbered; // is its number always significant?

    Kind(boolean numbered) {
      this.numbered = numbered;
    }
  }

  private static final Kind[] KINDS = Kind.values();

  public static Kind kind(int packed) {
    return KINDS[packed >>> 24];
  }

  public static int cpu(int packed) {
    return packed >>> 16 & 0xff;
  }

  public static int number(int packed) {
    return packed & 0xffff;
  }

  /** Packs it into a number. */
  public int packed() {
    return kind.ordinal() << 24 | cpu << 16 | number;
  }

  /** The action that was packed into a number. */
  public static Action of(int packed) {
    return new Action(kind(packed), cpu(packed), number(packed));
  }

  public static int packed(Kind kind, int cpu, int number) {
    return kind.ordinal() << 24 | cpu << 16 | number;
  }

  /** Encodes a packed action so that the usual ones are small numbers. */
  public static int toShort(int packed) {
    return number(packed) << 10 | packed >>> 24 << 6 | cpu(packed);
  }

  /** The packed action with this short form. */
  public static int fromShort(int small) {
    return (small >>> 6 & 15) << 24 | (small & 63) << 16 | small >>> 10;
  }

  /** As one word: {@code step:0}, {@code deliver:1:2}. */
  public String text() {
    String more = kind.numbered || number != 0 ? ":" + number : "";
    return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + cpu + more;
  }

  /** What happens, in words. */
  public String words() {
    return switch (kind) {
      case STEP -> "cpu" + cpu + " makes a step";
      case DELIVER -> "interrupt " + number + " arrives at cpu" + cpu;
      case SEND -> "text of cpu" + cpu + " is sent";
      case TIMEOUT -> "time ends the wait of cpu" + cpu;
      case TIMER -> "the timer of cpu" + cpu + " fires";
      case STALL -> "cpu" + cpu + " stalls";
      case DROP -> "interrupt " + number + " to cpu" + cpu + " is lost";
      case FAULT -> "fault " + number + " becomes due";
      case RESUME -> "cpu" + cpu + " continues after fault " + number;
    };
  }
}
