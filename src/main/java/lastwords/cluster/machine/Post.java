package lastwords.cluster.machine;

import akka.actor.typed.javadsl.ActorContext;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.spool.EventLog;

/**
 * A coordinator's assignment: which machine, and where.
 *
 * @param term number of the machine's coordinator
 * @param self the name of its node
 * @param log takes header and footer
 */
record Post(
    ActorContext<Command> context,
    String id,
    LaunchOrder order,
    int term,
    String self,
    EventLog log) {}
