package lastwords.cluster.node;

import java.util.List;

/**
 * A cluster as one of its nodes sees it.
 *
 * @param self that node's name
 * @param members all members, by name, including those joining or leaving
 * @param collector the collector's node; empty if there is none at present
 * @param traces notices about traces, from the nodes that answer
 */
public record ClusterStatus(
    String self, List<MemberInfo> members, String collector, List<TraceNotice> traces) {
  public ClusterStatus {
    traces = List.copyOf(traces);
    members = List.copyOf(members);
  }
}
