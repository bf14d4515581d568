package lastwords.cluster.agent;

import akka.actor.AddressFromURIString;
import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.remote.RemoteActorRefProvider;
import akka.remote.testkit.Blackhole$;
import akka.remote.testkit.Direction;
import akka.remote.testkit.SetThrottle;
import akka.remote.testkit.ThrottleMode;
import akka.remote.testkit.Unthrottled$;

/**
 * This node's network, which can be cut for experiments: the transport drops what would cross a
 * cut, like a broken wire. Works in Artery's test mode only.
 */
final class Network {
  private final ActorSystem<?> system;

  Network(ActorSystem<?> system) {
    this.system = system;
  }

  /** Can it be cut? */
  boolean cuttable() {
    return system.settings().config().getBoolean("akka.remote.artery.advanced.test-mode");
  }

  /** Cuts or restores the link to another node, in both directions. */
  void cut(String address, boolean cut) {
    ExtendedActorSystem classic = (ExtendedActorSystem) Adapter.toClassic(system);
    ThrottleMode mode = cut ? Blackhole$.MODULE$ : Unthrottled$.MODULE$;
    ((RemoteActorRefProvider) classic.provider())
        .transport()
        .managementCommand(
            new SetThrottle(AddressFromURIString.parse(address), Direction.Both$.MODULE$, mode));
  }
}
