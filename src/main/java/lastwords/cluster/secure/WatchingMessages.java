package lastwords.cluster.secure;

import akka.actor.ExtendedActorSystem;
import akka.dispatch.sysmsg.DeathWatchNotification;
import akka.dispatch.sysmsg.Unwatch;
import akka.dispatch.sysmsg.Watch;
import akka.remote.serialization.SystemMessageSerializer;
import scala.Option;

/** Akka's serializer of system messages, limited to those for watching. */
public final class WatchingMessages extends SystemMessageSerializer {
  /** Created by Akka. */
  public WatchingMessages(ExtendedActorSystem system) {
    super(system);
  }

  @Override
  public Object fromBinary(byte[] bytes, Option<Class<?>> manifest) {
    Object message = super.fromBinary(bytes, manifest);
    boolean watches =
        message instanceof Watch
            || message instanceof Unwatch
            || message instanceof DeathWatchNotification;
    if (!watches) {
      throw new IllegalArgumentException("actors of this node cannot be controlled from outside");
    }
    return message;
  }
}
