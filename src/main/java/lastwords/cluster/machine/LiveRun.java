package lastwords.cluster.machine;

import akka.actor.typed.javadsl.ActorContext;
import akka.cluster.typed.Cluster;
import java.util.ArrayList;
import java.util.List;
import lastwords.cluster.live.LiveClock;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.trace.EventLog;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;

/**
 * A machine that runs live, as its coordinator has it: what is known of it, and ways to its parts.
 */
final class LiveRun {
  final String id;
  final LaunchOrder order;
  final Bundle bundle;
  final EventLog log;
  final Machine machine; // for its names; gets the parts' states at the end
  final LiveClock clock;
  final Hosting hosting;
  final Whereabouts whereabouts;
  final Orders orders;
  final MachineStatus status;
  private final List<String> notes = new ArrayList<>();

  LiveRun(ActorContext<Command> context, String id, LaunchOrder order, String self, EventLog log) {
    this.id = id;
    this.order = order;
    this.bundle = order.bundle();
    this.log = log;
    this.machine = HostedMachine.booted(bundle.setup());
    this.clock = new LiveClock(order.speed(), System::nanoTime);
    this.hosting = new Hosting(id, order, true, machine.wiring().parts(), context.getSelf());
    this.whereabouts = new Whereabouts(machine, hosting, Cluster.get(context.getSystem()));
    this.orders = new Orders(clock, whereabouts);
    this.status = new MachineStatus(id, order, self, hosting, clock::nanos);
  }

  /**
   * Lets all parts go on.
   *
   * @param kind START or RESUME
   */
  void go(OrderKind kind) {
    clock.run();
    orders.all(kind, 0);
  }

  /** Something that the reader of the outcome should know. */
  void note(String text) {
    notes.add(text);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
