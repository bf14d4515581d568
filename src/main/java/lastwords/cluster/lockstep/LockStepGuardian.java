package lastwords.cluster.lockstep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import lastwords.cluster.lockstep.PartActor.Reply;
import lastwords.machine.Machine;

/**
 * The guardian: builds a machine's actors, one child a machine, and removes them when its run is
 * over.
 */
final class LockStepGuardian extends AbstractBehavior<LockStepGuardian.Command> {
  /** A message to the guardian. */
  sealed interface Command {}

  /** Build this machine's actors; replies of its parts go into the inbox. */
  record Build(Machine machine, Queue<Reply> inbox, Consumer<Built> builtTo) implements Command {}

  /** Stop a machine's actors. */
  record Remove(ActorRef<Void> machine) implements Command {}

  /**
   * A machine's actors: the one above them, the parts by number, and the one that takes their
   * replies.
   */
  record Built(
      ActorRef<Void> machine, List<ActorRef<PartActor.Command>> parts, ActorRef<Reply> replies) {}

  private static final DispatcherSelector DISPATCHER =
      DispatcherSelector.fromConfig("lastwords.conducted");

  static Behavior<Command> create() {
    return Behaviors.setup(LockStepGuardian::new);
  }

  private LockStepGuardian(ActorContext<Command> context) {
    super(context);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Build.class, this::onBuild)
        .onMessage(Remove.class, this::onRemove)
        .build();
  }

  private Behavior<Command> onBuild(Build build) {
    getContext().spawnAnonymous(machine(build), DISPATCHER);
    return this;
  }

  private Behavior<Command> onRemove(Remove remove) {
    getContext().stop(remove.machine());
    return this;
  }

  private static Behavior<Void> machine(Build build) {
    return Behaviors.setup(context -> wire(context, build));
  }

  private static Behavior<Void> wire(ActorContext<Void> context, Build build) {
    List<ActorRef<PartActor.Command>> parts = new ArrayList<>();
    for (int part = 0; part < build.machine().wiring().parts(); part++) {
      String name = build.machine().wiring().name(part);
      parts.add(context.spawn(PartActor.create(build.machine(), part, true), name, DISPATCHER));
    }
    ActorRef<Reply> replies = context.spawn(replies(build.inbox()), "replies", DISPATCHER);
    build.builtTo().accept(new Built(context.getSelf(), parts, replies));
    return Behaviors.empty();
  }

  private static Behavior<Reply> replies(Queue<Reply> inbox) {
    return Behaviors.receiveMessage(
        reply -> {
          inbox.add(reply);
          return Behaviors.same();
        });
  }
}
