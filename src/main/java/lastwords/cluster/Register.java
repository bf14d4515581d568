package lastwords.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RunReport;
import lastwords.engine.RunResult;

/** The machines of a cluster: those under control, and those of which only records are left. */
final class Register {
  private final Coordinators controlled;
  private final Traces recorded;

  Register(Coordinators controlled, Traces recorded) {
    this.controlled = controlled;
    this.recorded = recorded;
  }

  /** All machines, by name. */
  List<MachineInfo> all() {
    Map<String, MachineInfo> all = new TreeMap<>();
    archive().forEach(it -> all.put(it.id(), it));
    controlled.infos().forEach(it -> all.put(it.id(), it)); // the coordinator knows better
    return all.values().stream().sorted(Comparator.comparing(MachineInfo::name)).toList();
  }

  /** The machines that the collector knows; empty while there is no collector. */
  private List<MachineInfo> archive() {
    try {
      return recorded.collector().isEmpty() ? List.of() : recorded.machines();
    } catch (NodeException e) {
      return List.of(); // it has just gone
    }
  }

  /**
   * Resolves an id or a name to a machine's id.
   *
   * @throws NodeException NOT_FOUND when there is none, CONFLICT when there are several
   */
  String id(String word) {
    List<String> ids = controlled.meant(word);
    if (ids.isEmpty()) {
      ids =
          recorded.machines().stream()
              .filter(it -> it.id().equals(word) || it.name().equals(word))
              .map(MachineInfo::id)
              .toList();
    }
    if (ids.size() > 1) {
      throw new NodeException(
          Kind.CONFLICT,
          ids.size()
              + " machines are named '"
              + word
              + "': use an id: "
              + String.join(" or ", ids));
    }
    return ids.stream()
        .findFirst()
        .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "there is no machine '" + word + "'"));
  }

  /** Does some node control that machine, or is one about to take over? */
  boolean controls(String id) {
    return !controlled.meant(id).isEmpty();
  }

  /** A machine's state. */
  MachineInfo info(String id) {
    return controls(id) ? controlled.info(id) : archived(id);
  }

  /** A machine of which only records are left. */
  private MachineInfo archived(String id) {
    return recorded.machines().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "there is no machine '" + id + "'"));
  }

  /**
   * @throws NodeException CONFLICT unless some node controls it
   */
  void need(String id) {
    if (!controls(id)) {
      MachineInfo info = archived(id);
      throw new NodeException(Kind.CONFLICT, info.name() + " " + why(info));
    }
  }

  private static String why(MachineInfo info) {
    return info.state() == State.FAILED
        ? "is lost: " + info.outcome()
        : info.state().predicate() + ", and no node controls it";
  }

  /** The parts of a machine of which only records are left. */
  List<PartInfo> parts(String id) {
    return archived(id).places().entrySet().stream()
        .map(
            it ->
                new PartInfo(
                    it.getKey(), "part " + it.getKey(), it.getValue(), "", "the run has ended"))
        .toList();
  }

  /** The outcome of a machine of which only records are left. */
  RunReport report(String id) {
    MachineInfo info = archived(id);
    Optional<RunResult> result = recorded.result(id);
    return new RunReport(
        info,
        result.orElseThrow(() -> new NodeException(Kind.CONFLICT, info.name() + " " + why(info))),
        recorded.missing(id));
  }
}
