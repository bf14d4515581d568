package lastwords.cluster.trace;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import lastwords.cluster.spool.Spool;

/**
 * Forces the spool to disk ten times a second, as one batch. Neither writers nor the shipper wait
 * for it: a power cut on this node loses at most a batch that the collector does not have.
 */
final class Forcing {
  static final Duration PERIOD = Duration.ofMillis(100);

  private Forcing() {}

  /** Its only message. */
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
