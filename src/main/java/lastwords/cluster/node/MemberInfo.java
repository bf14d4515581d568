package lastwords.cluster.node;

import java.util.List;

/**
 * One member of a cluster.
 *
 * @param name the node's name; empty when it has not told yet
 * @param address where nodes reach it
 * @param status joining, weakly-up, up, leaving, exiting, down or removed
 * @param reachable does it answer?
 * @param roles its roles, in order
 * @param self is it the node that tells this?
 * @param http where its HTTP interface is; empty when it has none or has not told
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
