package lastwords.cluster.node;

import java.util.List;

/**
 * A cluster as one of its nodes sees it.
 *
 * @param self that node's name
 * @param members all members, by name, also those that are on their way in or out
 * @param collector the name of the node that collects the trace; empty when none does just now
 * @param traces what is to be known of the traces on the nodes that answer
 */
public record ClusterStatus(
    String self, List<MemberInfo> members, String collector, List<TraceNotice> traces) {
  public ClusterStatus {
    traces = List.copyOf(traces);
    members = List.copyOf(members);
  }
}
