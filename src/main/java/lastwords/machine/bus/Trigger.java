package lastwords.machine.bus;

import java.util.Objects;

/**
 * When a fault strikes. How often it does follows the kernel's fault injection: {@code space}
 * matches pass first, then every {@code interval}-th match strikes with {@code probability}
 * percent, at most {@code times} times.
 *
 * @param atNanos earliest time; 0: from the start
 * @param function while the CPU is in this function; empty: in any
 * @param lock while the CPU holds this lock; empty: regardless of locks
 * @param probability percent
 * @param times {@link #UNLIMITED} if there is no limit
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

  /** Once, at this time. */
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

  /** Does it depend on a place in the code: in a function, or with a lock held? */
  public boolean placed() {
    return !function.isEmpty() || !lock.isEmpty();
  }

  /** Does it strike from the start, unconditionally? */
  public boolean always() {
    return atNanos == 0 && !placed() && probability >= 100 && space == 0 && times != 0;
  }

  /** Has it struck as often as it may, after {@code struck} times? */
  public boolean spent(long struck) {
    return times != UNLIMITED && struck >= times;
  }

  /** Is the next match one that may strike, after {@code matched} others? */
  public boolean turn(long matched) {
    return matched >= space && (matched - space) % interval == 0;
  }

  /** Does chance let it strike, for this random number? */
  public boolean lucky(long draw) {
    return Long.remainderUnsigned(draw, 100) < probability;
  }

  /** As often, but at this time and wherever the CPU is. */
  public Trigger anywhere(long nanos) {
    return new Trigger(nanos, "", "", probability, interval, times, space);
  }

  /** The same, with its time counted from then on. */
  public Trigger after(long nanos) {
    long at = atNanos == 0 ? 0 : atNanos + nanos;
    return new Trigger(at, function, lock, probability, interval, times, space);
  }
}
