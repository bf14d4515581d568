package lastwords.cluster.live;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.live.LivePart.Ack;
import lastwords.cluster.live.LivePart.Answer;
import lastwords.cluster.live.LivePart.Ask;
import lastwords.cluster.live.LivePart.Command;
import lastwords.cluster.live.LivePart.Due;
import lastwords.cluster.live.LivePart.LocalRequest;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.LivePart.Rewire;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.LivePart.Wire;

/**
 * Hosts any one part of a live machine: a CPU steps whenever it can, other parts perform the
 * operations that CPUs request. The part's code decides; this only carries messages.
 */
public final class LivePartActor implements LivePart.Receiver {
  private final PartLink link;
  private final LivePart.Host host;
  private long lastOrder; // number of the newest

  /**
   * @param site the machine on this node
   * @param part which of its parts
   */
  public static Behavior<Command> create(Site site, int part) {
    return Behaviors.setup(
        context -> {
          LivePartActor actor = new LivePartActor(context, site, part);
          return Behaviors.receiveMessage(actor::onCommand);
        });
  }

  private LivePartActor(ActorContext<Command> context, Site site, int part) {
    this.link = new PartLink(context, site, part);
    this.host =
        part < site.machine().cpus()
            ? new CpuHost(site, part, link)
            : new ServiceHost(site, part, link);
  }

  private Behavior<Command> onCommand(Command command) {
    command.reach(this);
    return Behaviors.same();
  }

  @Override
  public void onGo() {
    link.begin();
    link.going = false;
    host.go();
  }

  @Override
  public void onAsk(Ask ask) {
    link.heard(ask.cpu(), ask.clock(), ask.nanos(), ask.texts());
    host.ask(ask);
  }

  @Override
  public void onLocalRequest(LocalRequest request) {
    host.localRequest(request);
  }

  @Override
  public void onAnswer(Answer answer) {
    link.heard(answer.part(), answer.clock(), answer.nanos(), answer.texts());
    host.answer(answer);
  }

  @Override
  public void onSignal(Signal signal) {
    link.heard(signal.part(), signal.clock(), signal.nanos(), List.of());
    if (link.isNew(signal)) {
      host.signal(signal);
    }
  }

  @Override
  public void onAck(Ack ack) {
    link.acknowledged(ack.number());
  }

  @Override
  public void onDue(Due due) {
    link.begin();
    due.what().run();
  }

  @Override
  public void onWire(Wire wire) {
    link.wire(wire.parts(), wire.origins(), wire.machine());
    link.report(wire.number(), "", "", Optional.empty(), -1);
  }

  @Override
  public void onRewire(Rewire rewire) {
    link.rewire(rewire.machine());
    link.report(rewire.number(), "", "", Optional.empty(), -1);
  }

  @Override
  public void onOrder(Order order) {
    link.begin();
    if (order.kind() == OrderKind.FREEZE) {
      link.report(order.number(), "", "", Optional.of(host.freeze()), host.unanswered());
    } else if (order.kind() == OrderKind.LOOK) {
      link.report(order.number(), "", host.describe(), Optional.empty(), host.unanswered());
    } else if (order.number() > lastOrder) {
      lastOrder = order.number();
      link.report(order.number(), host.order(order), "", Optional.empty(), -1);
    } else {
      link.report(order.number(), "", "", Optional.empty(), -1); // a duplicate
    }
  }
}
