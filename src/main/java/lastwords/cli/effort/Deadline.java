package lastwords.cli.effort;

import java.util.function.Supplier;

/** A moment of real time after which a verb begins nothing more, and one at which it gives up. */
public final class Deadline {
  /** There is no end. */
  public static final Deadline NEVER = new Deadline(Long.MAX_VALUE, Long.MAX_VALUE);

  private final long start = System.nanoTime();
  private final long beginsFor;
  private final long worksFor;

  /**
   * From now on.
   *
   * @param beginsFor ns in which something may begin
   * @param worksFor ns after which what still goes on is given up
   */
  public Deadline(long beginsFor, long worksFor) {
    this.beginsFor = beginsFor;
    this.worksFor = worksFor;
  }

  /** Is it too late to begin something? */
  public boolean isOver() {
    return elapsed() > beginsFor;
  }

  /** Does the work; its thread is interrupted when it has to give up, and only until then. */
  public <T> T bound(Supplier<T> work) {
    return worksFor == Long.MAX_VALUE
        ? work.get()
        : Alarm.after(Math.max(0, worksFor - elapsed()), work);
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }
}
