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
 * A successor's start: it continues from the estate, finds the parts that are left, and announces
 * itself to them.
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
   * Continues from an estate.
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
    control.result().ifPresent(it -> it.result().ending().lost().forEach(run.whereabouts::lose));
    control.result().ifPresent(it -> run.log.footer(run.id, it));
  }

  private void goOn(Control control) {
    if (run.status.is(State.RUNNING)) {
      run.clock.run();
    }
    control.cause().ifPresent(it -> conclusion.resume(it, control.endNanos()));
  }

  /** Asks the agents found for the machine's parts. */
  void found(Receptionist.Listing listing) {
    if (run.status.over()) {
      run.keeping.release();
    } else {
      search.rejoin(listing, header).forEach(it -> losses.lose(it, Losses.why(it)));
    }
  }

  /** Takes the parts that are left on a node. */
  void take(Hosted hosted, ActorRef<Command> self) {
    run.hosting.complete(hosted.parts());
    run.orders.rewire(hosted.parts(), self, this::joined);
  }

  /** A node has no parts left. */
  void take(NotHosted refused) {
    losses.lose(run.hosting.node(refused.origin()), refused.reason());
  }

  /** A part has acknowledged its new coordinator: sends it what it may have missed. */
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

  /** Is anything still missing? */
  boolean searching() {
    return !run.status.over() && !(run.hosting.begun() && run.hosting.complete());
  }

  /** Has everything been found, or is time up? */
  boolean settled(long now) {
    return !searching() && run.orders.done() || now - begun > PATIENCE;
  }
}
