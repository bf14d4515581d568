package lastwords.cluster.lockstep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lastwords.cluster.lockstep.PartActor.Reply;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;

/** A machine with parts on any nodes, ready to be run in lock-step from this one. */
public final class Conducted {
  private final ActorHost host;

  /**
   * @param context of the actor on whose behalf it is conducted
   * @param machine the conductor's own copy, booted
   * @param parts the actors, by part number
   */
  public Conducted(
      ActorContext<?> context, Machine machine, List<ActorRef<PartActor.Command>> parts) {
    BlockingQueue<Reply> inbox = new LinkedBlockingQueue<>();
    ActorRef<Reply> replies = context.spawn(into(inbox), "replies");
    ActorRef<Reply> slices = context.spawn(into(inbox), "slices");
    this.host = new ActorHost(machine, parts, replies, slices, Inbox.of(inbox));
  }

  private static Behavior<Reply> into(BlockingQueue<Reply> inbox) {
    return Behaviors.receiveMessage(
        reply -> {
          inbox.add(reply);
          return Behaviors.same();
        });
  }

  /**
   * Runs it; blocks until it is over.
   *
   * @throws RunVoidException when a part does not answer
   */
  public RunResult run(Setup setup, long seed, StepSink sink) {
    host.wire();
    return Simulator.run(setup, seed, sink, host);
  }
}
