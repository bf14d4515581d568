package lastwords.cluster.trace;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.function.LongSupplier;
import lastwords.cluster.spool.Spool;

/**
 * Marks the node's clock in its spool ten times a second, on the thread on which parts record their
 * events: so no event with an earlier clock can follow.
 */
final class Watermarks {
  private static final Duration PERIOD = Duration.ofMillis(100);

  private Watermarks() {}

  /** Its only message. */
  enum Tick {
    TICK
  }

  /**
   * @param clock returns a time later than all events so far
   */
  static Behavior<Tick> create(Spool spool, LongSupplier clock) {
    return Behaviors.withTimers(
        timers -> {
          timers.startTimerWithFixedDelay(Tick.TICK, PERIOD);
          return Behaviors.receive(Tick.class)
              .onMessage(
                  Tick.class,
                  tick -> {
                    spool.mark(clock.getAsLong());
                    return Behaviors.same();
                  })
              .build();
        });
  }
}
