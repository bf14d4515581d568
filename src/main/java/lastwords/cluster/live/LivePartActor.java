package lastwords.cluster.live;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.live.LivePart.Ack;
import lastwords.cluster.live.LivePart.Answer;
import lastwords.cluster.live.LivePart.Ask;
import lastwords.cluster.live.LivePart.Command;
import lastwords.cluster.live.LivePart.Due;
import lastwords.cluster.live.LivePart.Go;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.LivePart.Rewire;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.LivePart.Wire;

/**
 * Hosts one part of a machine that runs live, whichever: a CPU steps whenever it can, another part
 * does what it is asked for. The part's code decides; this carries messages.
 */
public final class LivePartActor extends AbstractBehavior<Command> {
  private final PartLink link;
  private final LivePart.Host host;
  private long lastOrder; // number of the newest

  /**
   * @param site the machine on this node
   * @param part which of its parts
   */
  public static Behavior<Command> create(Site site, int part) {
    return Behaviors.setup(context -> new LivePartActor(context, site, part));
  }

  private LivePartActor(ActorContext<Command> context, Site site, int part) {
    super(context);
    this.link = new PartLink(context, site, part);
    this.host =
        part < site.machine().cpus()
            ? new CpuHost(site, part, link)
            : new ServiceHost(site, part, link);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Go.class, this::onGo)
        .onMessage(Ask.class, this::onAsk)
        .onMessage(Answer.class, this::onAnswer)
        .onMessage(Signal.class, this::onSignal)
        .onMessage(Ack.class, this::onAck)
        .onMessage(Due.class, this::onDue)
        .onMessage(Order.class, this::onOrder)
        .onMessage(Wire.class, this::onWire)
        .onMessage(Rewire.class, this::onRewire)
        .build();
  }

  private Behavior<Command> onGo(Go go) {
    link.begin();
    link.going = false;
    host.go();
    return this;
  }

  private Behavior<Command> onAsk(Ask ask) {
    link.heard(ask.cpu(), ask.clock(), ask.nanos(), ask.texts());
    host.ask(ask);
    return this;
  }

  private Behavior<Command> onAnswer(Answer answer) {
    link.heard(answer.part(), answer.clock(), answer.nanos(), answer.texts());
    host.answer(answer);
    return this;
  }

  private Behavior<Command> onSignal(Signal signal) {
    link.heard(signal.part(), signal.clock(), signal.nanos(), List.of());
    if (link.isNew(signal)) {
      host.signal(signal);
    }
    return this;
  }

  private Behavior<Command> onAck(Ack ack) {
    link.acknowledged(ack.number());
    return this;
  }

  private Behavior<Command> onDue(Due due) {
    link.begin();
    due.what().run();
    return this;
  }

  private Behavior<Command> onWire(Wire wire) {
    link.wire(wire.parts(), wire.origins(), wire.machine());
    link.report(wire.number(), "", "", Optional.empty(), -1);
    return this;
  }

  private Behavior<Command> onRewire(Rewire rewire) {
    link.rewire(rewire.machine());
    link.report(rewire.number(), "", "", Optional.empty(), -1);
    return this;
  }

  private Behavior<Command> onOrder(Order order) {
    link.begin();
    if (order.kind() == OrderKind.FREEZE) {
      link.report(order.number(), "", "", Optional.of(host.freeze()), host.unanswered());
    } else if (order.kind() == OrderKind.LOOK) {
      link.report(order.number(), "", host.describe(), Optional.empty(), host.unanswered());
    } else if (order.number() > lastOrder) {
      lastOrder = order.number();
      link.report(order.number(), host.order(order), "", Optional.empty(), -1);
    } else {
      link.report(order.number(), "", "", Optional.empty(), -1); // it came twice
    }
    return this;
  }
}
