package lastwords.web.live;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.MachineInfo;

/**
 * A machine in a long list: the fields of {@link MachineInfo}, and the number of parts on each
 * node.
 *
 * @param parts by node
 */
record MachineLine(
    String id,
    String name,
    String scenario,
    String variant,
    String kernel,
    String machine,
    Clock clock,
    MachineInfo.State state,
    String node,
    double speed,
    long nanos,
    String outcome,
    Map<String, Integer> parts,
    List<String> trace) {
  static MachineLine of(MachineInfo it) {
    Map<String, Integer> parts = new TreeMap<>();
    it.places().values().forEach(node -> parts.merge(node, 1, Integer::sum));
    return new MachineLine(
        it.id(),
        it.name(),
        it.scenario(),
        it.variant(),
        it.kernel(),
        it.machine(),
        it.clock(),
        it.state(),
        it.node(),
        it.speed(),
        it.nanos(),
        it.outcome(),
        parts,
        it.trace());
  }
}
