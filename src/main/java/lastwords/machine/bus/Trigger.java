package lastwords.machine.bus;

import java.util.Objects;

/**
 * When a fault strikes. How often follows the kernel's fault injection: {@code space} matches pass
 * first, then every {@code interval}-th match strikes with {@code probability} percent, at most
 * {@code times} times.
 *
 * @param atNanos from when on; 0: from the start
 * @param function when the CPU is in this function; empty: wherever it is
 * @param lock when the CPU holds this lock; empty: whatever it holds
 * @param probability percent
 * @param times {@link #UNLIMITED} when nothing limits them
 */
public record Trigger(
    long atNanos,
    String function,
    String lock,
    int probability,
    int interval,
    int times,
    int space) {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** Once, at that time. */
  public static Trigger at(long nanos) {
    return new Trigger(nanos, "", "", 100, 1, 1, 0);
  }

  public Trigger {
    Objects.requireNonNull(function);
    Objects.requireNonNull(lock);
    atNanos = Math.max(0, atNanos);
    interval = Math.max(1, interval);
    times = times < 0 ? UNLIMITED : times;
  }

  /** Does it begin at a place in the code: in a function, or with a lock held? */
  public boolean placed() {
    return !function.isEmpty() || !lock.isEmpty();
  }

  /** Does it strike from the start, whatever happens? */
  public boolean always() {
    return atNanos == 0 && !placed() && probability >= 100 && space == 0 && times != 0;
  }

  /** Has it struck as often as it may? */
  public boolean spent(long struck) {
    return times != UNLIMITED && struck >= times;
  }

  /** Is it this match's turn, after so many others? */
  public boolean turn(long matched) {
    return matched >= space && (matched - space) % interval == 0;
  }

  /** Does chance let it strike? */
  public boolean lucky(long draw) {
    return Long.remainderUnsigned(draw, 100) < probability;
  }

  /** As often, but at that time and wherever the CPU is. */
  public Trigger anywhere(long nanos) {
    return new Trigger(nanos, "", "", probability, interval, times, space);
  }

  /** The same, its time counted from then on. */
  public Trigger after(long nanos) {
    long at = atNanos == 0 ? 0 : atNanos + nanos;
    return new Trigger(at, function, lock, probability, interval, times, space);
  }
}
