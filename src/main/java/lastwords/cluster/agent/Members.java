package lastwords.cluster.agent;

import akka.actor.Address;
import akka.actor.typed.ActorRef;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** Cluster members by node name, which is a role: {@code name.node-a}. */
public final class Members {
  private static final String ROLE = "name.";

  private Members() {}

  /** The role that holds a node's name. */
  public static String role(String name) {
    return ROLE + name;
  }

  /** The node's name; its address if it has none. */
  public static String name(Member member) {
    return member.getRoles().stream()
        .filter(role -> role.startsWith(ROLE))
        .map(role -> role.substring(ROLE.length()))
        .findFirst()
        .orElse(member.address().toString());
  }

  /** The names of all members that are up and reachable. */
  public static Set<String> up(Cluster cluster) {
    Set<String> names = new TreeSet<>();
    for (Member member : cluster.state().getMembers()) {
      boolean reachable = !cluster.state().getUnreachable().contains(member);
      if (reachable && member.status().equals(MemberStatus.up())) {
        names.add(name(member));
      }
    }
    return names;
  }

  /** Actors by the names of their nodes. */
  public static <T> SortedMap<String, ActorRef<T>> byName(Cluster cluster, Set<ActorRef<T>> refs) {
    SortedMap<String, ActorRef<T>> named = new TreeMap<>();
    refs.forEach(ref -> of(cluster, ref).ifPresent(it -> named.put(name(it), ref)));
    return named;
  }

  /** The member that an actor lives on. */
  public static Optional<Member> of(Cluster cluster, ActorRef<?> ref) {
    Address own = cluster.selfMember().address();
    Address address = ref.path().address();
    Address meant = address.hasLocalScope() ? own : address;
    return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
        .filter(member -> member.address().equals(meant))
        .findFirst();
  }
}
