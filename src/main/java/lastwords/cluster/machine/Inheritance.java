package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import java.time.Duration;
import lastwords.cluster.agent.Control;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Hosted;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.engine.recording.RunHeader;

/**
 * What the successor of a coordinator does: it goes on from what was kept, finds the parts that are
 * left, and tells them that it is there.
 */
final class Inheritance {
  private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

  private final LiveRun run;
  private final FaultDesk faults;
  private final Conclusion conclusion;
  private final Losses losses;
  private final AgentSearch search;
  private final RunHeader header;
  private final long begun = System.nanoTime();

  Inheritance(
      LiveRun run,
      FaultDesk faults,
      Conclusion conclusion,
      Losses losses,
      AgentSearch search,
      RunHeader header) {
    this.run = run;
    this.faults = faults;
    this.conclusion = conclusion;
    this.losses = losses;
    this.search = search;
    this.header = header;
  }

  /**
   * Goes on from there.
   *
   * @param self this node's name
   */
  void take(Control control, String self) {
    run.hosting.places(header);
    run.restore(control);
    faults.restore(control.faults());
    String before = control.info().node();
    if (run.status.is(State.BOOTING)) {
      run.fail(before + " was lost while starting the machine");
    } else if (run.status.over()) {
      judged(control);
    } else {
      run.note(before + ", which controlled the machine, is gone; " + self + " took over");
      goOn(control);
    }
    run.keeping.change();
  }

  private void judged(Control control) {
    control.verdict().ifPresent(it -> it.result().ending().lost().forEach(run.whereabouts::lose));
    control.verdict().ifPresent(it -> run.log.footer(run.id, it));
  }

  private void goOn(Control control) {
    if (run.status.is(State.RUNNING)) {
      run.clock.run();
    }
    control.cause().ifPresent(it -> conclusion.resume(it, control.endNanos()));
  }

  /** These agents there are: those that the machine needs are asked for its parts. */
  void found(Receptionist.Listing listing) {
    if (run.status.over()) {
      run.keeping.release();
    } else {
      search.rejoin(listing, header).forEach(it -> losses.lose(it, Losses.why(it)));
    }
  }

  /** These parts are left on a node. */
  void take(Hosted hosted, ActorRef<Command> self) {
    run.hosting.complete(hosted.parts());
    run.orders.rewire(hosted.parts(), self, this::joined);
  }

  /** Those are not. */
  void take(NotHosted refused) {
    losses.lose(run.hosting.node(refused.origin()), refused.reason());
  }

  /** A part has got to know its new coordinator, and now gets to know what it may have missed. */
  private void joined(int part) {
    for (int origin : run.whereabouts.lostNodes()) {
      run.orders.order(part, OrderKind.LOST, origin, 0, report -> {});
    }
    if (conclusion.underWay()) {
      conclusion.freeze(part);
    } else if (run.status.is(State.PAUSED) || run.status.is(State.RUNNING)) {
      boolean held = run.status.is(State.PAUSED);
      OrderKind kind = held ? OrderKind.PAUSE : OrderKind.RESUME;
      run.orders.order(part, kind, 0, run.clock.nanos(), report -> {});
    }
  }

  /** Is there anything that was not found yet? */
  boolean searching() {
    return !run.status.over() && !(run.hosting.begun() && run.hosting.complete());
  }

  /** Was found what there is to be found? */
  boolean settled(long now) {
    return !searching() && run.orders.done() || now - begun > PATIENCE;
  }
}
