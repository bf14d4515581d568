package lastwords.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import lastwords.cluster.wire.WireMessage;

/** The baseline: an actor that answers a request of the size of an interrupt's message. */
final class Echo {
  static final ServiceKey<Ping> KEY = ServiceKey.create(Ping.class, "echo");

  /** A request. */
  record Ping(int kind, int part, long number, long value, long clock, ActorRef<Pong> replyTo)
      implements WireMessage {}

  /** Its answer. */
  record Pong(long number) implements WireMessage {}

  private Echo() {}

  static Behavior<Ping> create() {
    return Behaviors.setup(
        context -> {
          context.getSystem().receptionist().tell(Receptionist.register(KEY, context.getSelf()));
          return Behaviors.receiveMessage(
              ping -> {
                ping.replyTo().tell(new Pong(ping.number()));
                return Behaviors.same();
              });
        });
  }
}
