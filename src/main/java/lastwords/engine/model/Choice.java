package lastwords.engine.model;

/**
 * One thing that can happen next. Schedules are lists of these.
 *
 * @param kind what happens
 * @param cpu the CPU that it happens to
 * @param number of a step: which of its results (0 but for a random number); of an interrupt: the
 *     vector; of a text: the serial port; of a fault of the scenario: its number
 */
public record Choice(Kind kind, int cpu, int number) {
  /** Kinds of choices. */
  public enum Kind {
    /** The CPU makes a step. */
    STEP,
    /** An interrupt that is on its way arrives. */
    DELIVER,
    /** Some of the CPU's text goes out. */
    SEND,
    /** The CPU's wait is over, because of time. */
    TIMEOUT,
    /** The CPU's timer fires. */
    TIMER,
    /** A fault: the CPU runs and answers nothing from now on. */
    STALL,
    /** A fault: an interrupt that is on its way is lost. */
    DROP,
    /** The time of a fault of the scenario has come. */
    FAULT,
    /** A fault of the scenario that has stalled the CPU is over. */
    RESUME
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

  /** As a number. */
  public int packed() {
    return kind.ordinal() << 24 | cpu << 16 | number;
  }

  /** The choice that a number stands for. */
  public static Choice of(int packed) {
    return new Choice(kind(packed), cpu(packed), number(packed));
  }

  public static int packed(Kind kind, int cpu, int number) {
    return kind.ordinal() << 24 | cpu << 16 | number;
  }

  /** A packed choice in a form in which the usual ones are small numbers. */
  public static int toShort(int packed) {
    return number(packed) << 10 | packed >>> 24 << 6 | cpu(packed);
  }

  /** The packed choice with this short form. */
  public static int fromShort(int small) {
    return (small >>> 6 & 15) << 24 | (small & 63) << 16 | small >>> 10;
  }

  /** As one word: {@code step:0}, {@code deliver:1:2}. */
  public String text() {
    boolean numbered =
        switch (kind) {
          case DELIVER, SEND, DROP, FAULT, RESUME -> true;
          default -> false;
        };
    String more = numbered || number != 0 ? ":" + number : "";
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
