package lastwords.cluster.agent;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import java.util.ArrayList;
import java.util.List;
import lastwords.cluster.agent.NodeAgent.Host;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.live.LivePart;
import lastwords.cluster.live.LivePartActor;
import lastwords.cluster.live.MachineProtocol.Hosted;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.live.PartLog;
import lastwords.cluster.live.PartRef;
import lastwords.cluster.live.Site;
import lastwords.cluster.lockstep.PartActor;
import lastwords.cluster.spool.EventLog;
import lastwords.cluster.wire.Gzip;
import lastwords.engine.Simulator;
import lastwords.engine.recording.RecordingReplay;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;

/**
 * One machine on one node: boots its own copy, whose state is the same on every node, and starts
 * the actors of the parts placed here.
 */
public final class HostedMachine {

  private static final DispatcherSelector PARTS = DispatcherSelector.fromConfig("lastwords.parts");

  private HostedMachine() {}

  static Behavior<Host> create(Host first, EventLog log, Hlc hlc) {
    return Behaviors.setup(context -> boot(context, first, log, hlc));
  }

  private static Behavior<Host> boot(ActorContext<Host> context, Host host, EventLog log, Hlc hlc) {
    try {
      return hosting(new Hosted(host.origin(), parts(context, host, log, hlc)));
    } catch (ScenarioException e) {
      host.replyTo().tell(new NotHosted(host.origin(), e.getMessage()));
      return Behaviors.stopped();
    }
  }

  /** Replies with the parts' addresses, to each request. */
  private static Behavior<Host> hosting(Hosted hosted) {
    return Behaviors.receive(Host.class)
        .onMessage(
            Host.class,
            again -> {
              again.replyTo().tell(hosted);
              return Behaviors.same();
            })
        .build();
  }

  private static List<PartRef> parts(ActorContext<Host> context, Host host, EventLog log, Hlc hlc) {
    Bundle bundle = Bundle.fromJson(Gzip.text(host.bundle()));
    Machine machine = booted(bundle.setup()).copy(host.origin());
    Site site = site(host, bundle, machine, log, hlc);
    List<PartRef> refs = new ArrayList<>();
    for (int part : host.parts()) {
      refs.add(host.live() ? live(context, site, part) : lockStep(context, machine, part));
    }
    return refs;
  }

  private static Site site(Host host, Bundle bundle, Machine machine, EventLog log, Hlc hlc) {
    PartLog told = new PartLog(host.machine(), machine);
    return Site.of(
        machine,
        bundle.faults(),
        host.origin(),
        host.seed(),
        host.speed(),
        hlc,
        record -> {
          log.append(host.machine(), record);
          told.log(record);
        });
  }

  /** Boots a machine with room for faults, as the replay of its recording does. */
  public static Machine booted(Setup setup) {
    return Simulator.booted(setup, RecordingReplay.SPARE_FAULTS);
  }

  private static PartRef live(ActorContext<Host> context, Site site, int part) {
    String name = site.machine().wiring().name(part);
    ActorRef<LivePart.Command> ref = context.spawn(LivePartActor.create(site, part), name, PARTS);
    return new PartRef(part, ref, context.getSystem().ignoreRef());
  }

  private static PartRef lockStep(ActorContext<Host> context, Machine machine, int part) {
    String name = machine.wiring().name(part);
    ActorRef<PartActor.Command> ref =
        context.spawn(PartActor.create(machine, part, false), name, PARTS);
    return new PartRef(part, context.getSystem().ignoreRef(), ref);
  }
}
