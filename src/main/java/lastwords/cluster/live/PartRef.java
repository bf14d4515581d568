package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import lastwords.cluster.lockstep.PartActor;

/** A part's address. Exactly one of the two actors exists, depending on the machine's clock. */
public record PartRef(
    int part, ActorRef<LivePart.Command> live, ActorRef<PartActor.Command> lockStep) {}
