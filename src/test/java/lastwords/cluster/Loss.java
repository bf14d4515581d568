package lastwords.cluster;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Down;
import akka.remote.RemoteActorRefProvider;
import scala.Option;

/** Makes a node regard another as gone, without waiting for a failure detector. */
final class Loss {
  private Loss() {}

  /** Ends the association with a node and removes it from the cluster, if it is a member. */
  static void declare(AkkaClusterNode survivor, String name) {
    Cluster cluster = Cluster.get(survivor.system());
    MemberList.member(cluster, name).ifPresent(member -> declare(survivor, cluster, member));
  }

  private static void declare(AkkaClusterNode survivor, Cluster cluster, Member member) {
    ExtendedActorSystem system = (ExtendedActorSystem) Adapter.toClassic(survivor.system());
    RemoteActorRefProvider provider = (RemoteActorRefProvider) system.provider();
    Option<Object> incarnation = Option.apply(member.uniqueAddress().longUid());
    provider.quarantine(member.address(), incarnation, "the test ended its process");
    cluster.manager().tell(new Down(member.address()));
  }
}
