package lastwords.cluster;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import lastwords.cluster.agent.Members;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.TraceNotice;

/** Describes the members of a cluster. */
final class MemberList {
  private static final String HTTP = "http.";

  private MemberList() {}

  /** The role that holds the address of a node's HTTP interface. */
  static String httpRole(String http) {
    return HTTP + http;
  }

  static ClusterStatus status(
      Cluster cluster, String self, String collector, List<TraceNotice> traces) {
    Set<Member> unreachable = cluster.state().getUnreachable();
    List<MemberInfo> members = new ArrayList<>();
    for (Member member : cluster.state().getMembers()) {
      boolean own = member.address().equals(cluster.selfMember().address());
      members.add(info(member, !unreachable.contains(member), own));
    }
    members.sort(Comparator.comparing(MemberInfo::name));
    return new ClusterStatus(self, members, collector, traces);
  }

  private static MemberInfo info(Member member, boolean reachable, boolean self) {
    List<String> roles = new ArrayList<>();
    String http = "";
    for (String role : member.getRoles()) {
      if (role.startsWith(HTTP)) {
        http = role.substring(HTTP.length());
      } else if (!role.equals(Members.role(Members.name(member))) && !role.startsWith("dc-")) {
        roles.add(role);
      }
    }
    roles.sort(Comparator.naturalOrder());
    String status =
        member.status().toString().toLowerCase(Locale.ROOT).replace("weaklyup", "weakly-up");
    return new MemberInfo(
        Members.name(member), member.address().toString(), status, reachable, roles, self, http);
  }

  static Optional<Member> member(Cluster cluster, String name) {
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .filter(it -> Members.name(it).equals(name))
        .findFirst();
  }

  static boolean livesOn(Cluster cluster, ActorRef<?> ref, Member member) {
    Address address = ref.path().address();
    Address meant = address.hasLocalScope() ? cluster.selfMember().address() : address;
    return member.address().equals(meant);
  }
}
