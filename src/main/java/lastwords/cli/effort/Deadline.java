package lastwords.cli.effort;

import java.util.function.Supplier;

/** A point in real time after which a verb starts nothing more, and one at which it gives up. */
public final class Deadline {
  /** No deadline. */
  public static final Deadline NEVER = new Deadline(Long.MAX_VALUE, Long.MAX_VALUE);

  private final long start = System.nanoTime();
  private final long beginsFor;
  private final long worksFor;

  /**
   * From now on.
   *
   * @param beginsFor ns during which work may start
   * @param worksFor ns after which unfinished work is given up
   */
  public Deadline(long beginsFor, long worksFor) {
    this.beginsFor = beginsFor;
    this.worksFor = worksFor;
  }

  /** Is it too late to start anything? */
  public boolean isOver() {
    return elapsed() > beginsFor;
  }

  /** Does the work; its thread is interrupted at the deadline, but not after the work is done. */
  public <T> T bound(Supplier<T> work) {
    return worksFor == Long.MAX_VALUE
        ? work.get()
        : Alarm.after(Math.max(0, worksFor - elapsed()), work);
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }
}
