package lastwords.cluster.node;

import java.util.List;

/**
 * One member of a cluster.
 *
 * @param name the node's name; empty if not known yet
 * @param address its address for other nodes
 * @param status joining, weakly-up, up, leaving, exiting, down or removed
 * @param reachable whether it answers
 * @param roles its roles, in order
 * @param self whether it is the reporting node
 * @param http address of its HTTP interface; empty if it has none or it is not known yet
 */
public record MemberInfo(
    String name,
    String address,
    String status,
    boolean reachable,
    List<String> roles,
    boolean self,
    String http) {
  public MemberInfo {
    roles = List.copyOf(roles);
  }
}
