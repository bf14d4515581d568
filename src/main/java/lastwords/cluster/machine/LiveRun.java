package lastwords.cluster.machine;

import akka.cluster.typed.Cluster;
import java.util.List;
import java.util.function.Supplier;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.FaultLog;
import lastwords.cluster.agent.HostedMachine;
import lastwords.cluster.live.LiveClock;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunTexts;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;

/** A live machine as its coordinator sees it: its state, and access to its parts. */
final class LiveRun {
  final String id;
  final int term;
  final LaunchOrder order;
  final Bundle bundle;
  final EventLog log;
  final Machine machine; // for its names; gets the parts' states at the end
  final LiveClock clock;
  final Hosting hosting;
  final Whereabouts whereabouts;
  final Orders orders;
  final MachineStatus status;
  final Keeping keeping;
  final Notes notes = new Notes();

  /**
   * @param control what a successor needs to know
   */
  LiveRun(Post post, Supplier<Control> control) {
    this.id = post.id();
    this.term = post.term();
    this.order = post.order();
    this.bundle = order.bundle();
    this.log = post.log();
    this.machine = HostedMachine.booted(bundle.setup());
    this.clock = new LiveClock(order.speed(), System::nanoTime);
    this.hosting =
        new Hosting(id, order, true, machine.wiring().parts(), term, post.context().getSelf());
    this.whereabouts = new Whereabouts(machine, hosting, Cluster.get(post.context().getSystem()));
    this.orders = new Orders(clock, whereabouts, term);
    this.status = new MachineStatus(id, order, post.self(), hosting, clock::nanos);
    this.keeping =
        new Keeping(
            post.context().getSelf(), id, term, () -> RunTexts.pack(hosting.header()), control);
  }

  /**
   * Lets all parts continue.
   *
   * @param kind START or RESUME
   */
  void go(OrderKind kind) {
    clock.run();
    orders.all(kind, 0);
  }

  /** There will be no result. */
  void fail(String reason) {
    hosting.release();
    status.fail(reason);
    keeping.change();
  }

  /** Adds a note for the reader of the outcome. */
  void note(String text) {
    notes.add(text);
  }

  /** What a successor needs to know. */
  Control control(List<FaultLog.Kept> faults, Conclusion conclusion) {
    return new Control(
        status.info(),
        order.settleNanos(),
        order.hangNanos(),
        faults,
        notes.own(),
        conclusion.cause(),
        conclusion.endNanos(),
        status.result().map(it -> RunTexts.pack(new RunFooter(it, term))));
  }

  /** Continues from an earlier coordinator's estate. */
  void restore(Control control) {
    control.notes().forEach(this::note);
    clock.observe(control.info().nanos());
    status.restore(control);
  }
}
