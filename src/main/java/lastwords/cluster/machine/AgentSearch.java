package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import java.util.Set;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Listed;
import lastwords.cluster.live.MachineProtocol.NodeGone;
import lastwords.cluster.node.NodeException;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;

/** Finds the nodes' agents for a coordinator, has them create the parts, and watches them. */
final class AgentSearch {
  private final ActorContext<Command> context;
  private final Hosting hosting;
  private final ActorRef<Receptionist.Listing> listed;

  AgentSearch(ActorContext<Command> context, Hosting hosting) {
    this.context = context;
    this.hosting = hosting;
    this.listed = context.messageAdapter(Receptionist.Listing.class, Listed::new);
    receptionist().tell(Receptionist.subscribe(NodeAgent.KEY, listed));
  }

  private void find() {
    receptionist().tell(Receptionist.find(NodeAgent.KEY, listed));
  }

  private ActorRef<Receptionist.Command> receptionist() {
    return context.getSystem().receptionist();
  }

  /**
   * Has the parts created if these are the agents of all nodes; returns true if so.
   *
   * @throws NodeException if the placement is impossible
   */
  boolean begin(Receptionist.Listing listing, String self, Machine machine) {
    Cluster cluster = Cluster.get(context.getSystem());
    if (hosting.begun() || !hosting.ready(listing, cluster)) {
      return false; // the next tick asks again
    }
    hosting.begin(listing, cluster, self, machine);
    for (String node : hosting.origins().keySet()) {
      context.watchWith(hosting.agent(node), new NodeGone(node));
    }
    return true;
  }

  /**
   * Looks for the parts of a machine that had another coordinator; returns the nodes that are gone.
   */
  Set<String> rejoin(Receptionist.Listing listing, RunHeader run) {
    Cluster cluster = Cluster.get(context.getSystem());
    if (hosting.begun() || !hosting.ready(listing, cluster)) {
      return Set.of();
    }
    Set<String> gone = hosting.rejoin(listing, cluster, run);
    for (String node : hosting.origins().keySet()) {
      if (!gone.contains(node)) {
        context.watchWith(hosting.agent(node), new NodeGone(node));
      }
    }
    return gone;
  }

  /** Repeats requests that were not answered. */
  void again() {
    if (!hosting.begun()) {
      find();
    } else if (!hosting.complete()) {
      hosting.ask();
    }
  }
}
