package lastwords.cluster.secure;

import akka.actor.ExtendedActorSystem;
import akka.remote.serialization.MiscMessageSerializer;
import java.util.Set;

/** Akka's serializer of small messages, without the two that stop the receiving actor. */
public final class PlainMessages extends MiscMessageSerializer {
  private static final Set<String> ENDING = Set.of("P", "K"); // PoisonPill and Kill

  /** Created by Akka. */
  public PlainMessages(ExtendedActorSystem system) {
    super(system);
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) {
    if (ENDING.contains(manifest)) {
      throw new IllegalArgumentException("actors of this node cannot be stopped from outside");
    }
    return super.fromBinary(bytes, manifest);
  }
}
