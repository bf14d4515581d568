package lastwords.cluster.machine;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.function.Function;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Tick;

/** Coordinators look around from time to time. */
final class Ticking {
  private Ticking() {}

  static Behavior<Command> every(
      Duration period, Function<ActorContext<Command>, Behavior<Command>> made) {
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), period);
                  return made.apply(context);
                }));
  }
}
