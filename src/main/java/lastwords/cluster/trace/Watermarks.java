package lastwords.cluster.trace;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.function.LongSupplier;
import lastwords.cluster.spool.Spool;

/**
 * Notes the node's clock in its spool ten times a second, on the very thread on which parts stamp
 * and write their events: so no event that was stamped earlier can come later.
 */
final class Watermarks {
  private static final Duration PERIOD = Duration.ofMillis(100);

  private Watermarks() {}

  /** The only thing it is told. */
  enum Tick {
    TICK
  }

  /**
   * @param clock gives a time later than all events so far
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
