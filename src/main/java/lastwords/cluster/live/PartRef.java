package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import lastwords.cluster.lockstep.PartActor;

/** Where a part lives. Exactly one of the two actors is there, by the machine's clock. */
public record PartRef(
    int part, ActorRef<LivePart.Command> live, ActorRef<PartActor.Command> lockStep) {}
