package lastwords.cluster.trace;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import lastwords.cluster.spool.Spool;

/**
 * Forces the spool to the disk ten times a second, all that was written meanwhile as one batch.
 * Neither writers nor the shipper wait for it: what the collector has got cannot be lost by this
 * node's power cut, and the rest is at most a batch.
 */
final class Forcing {
  static final Duration PERIOD = Duration.ofMillis(100);

  private Forcing() {}

  /** The only thing it is told. */
  enum Tick {
    TICK
  }

  static Behavior<Tick> create(Spool spool) {
    return Behaviors.withTimers(
        timers -> {
          timers.startTimerWithFixedDelay(Tick.TICK, PERIOD);
          return Behaviors.receive(Tick.class)
              .onMessage(
                  Tick.class,
                  tick -> {
                    spool.force();
                    return Behaviors.same();
                  })
              .build();
        });
  }
}
