package lastwords.cluster.machine;

import akka.actor.typed.javadsl.ActorContext;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.spool.EventLog;

/**
 * Which machine a coordinator coordinates, and where.
 *
 * @param term which coordinator of the machine in a row it is
 * @param self the name of its node
 * @param log takes what a recording begins and ends with
 */
record Post(
    ActorContext<Command> context,
    String id,
    LaunchOrder order,
    int term,
    String self,
    EventLog log) {}
