package lastwords.cluster.machine;

import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;
import java.util.function.Function;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.Estate;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Tick;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunHeader;

/** Starts coordinators and their successors, depending on the machine's clock. */
public final class Coordination {
  private static final Duration LIVE_TICK = Duration.ofMillis(50);
  private static final Duration LOCK_STEP_TICK = Duration.ofMillis(500);

  private Coordination() {}

  /** Coordinators run on a blocking dispatcher, since booting a machine takes a while. */
  public static DispatcherSelector dispatcher() {
    return DispatcherSelector.blocking();
  }

  /** The first coordinator of a machine. */
  public static Behavior<Command> create(String id, LaunchOrder order, String self, EventLog log) {
    return ticking(
        order.clock(),
        context -> {
          Post post = new Post(context, id, order, 0, self, log);
          return order.clock() == Clock.LIVE
              ? new Coordinator(post)
              : new LockStepCoordinator(post);
        });
  }

  /** A successor, which continues from an estate. */
  public static Behavior<Command> succeed(Estate estate, String self, EventLog log) {
    RunHeader run = estate.run();
    Control control = estate.read();
    LaunchOrder order = control.order(run);
    return ticking(
        order.clock(),
        context -> {
          Post post = new Post(context, estate.id(), order, estate.term() + 1, self, log);
          return order.clock() == Clock.LIVE
              ? new Coordinator(post).inherit(run, control)
              : new LockStepCoordinator(post).inherit(run, control);
        });
  }

  /** Sends coordinators periodic ticks. */
  private static Behavior<Command> ticking(
      Clock clock, Function<ActorContext<Command>, Behavior<Command>> made) {
    Duration period = clock == Clock.LIVE ? LIVE_TICK : LOCK_STEP_TICK;
    return Behaviors.setup(
        context ->
            Behaviors.withTimers(
                timers -> {
                  timers.startTimerWithFixedDelay(new Tick(), period);
                  return made.apply(context);
                }));
  }
}
