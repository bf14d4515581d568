package lastwords.cluster.machine;

import akka.cluster.typed.Cluster;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.cluster.agent.Members;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.machine.Machine;

/** The locations of a machine's parts: which are lost, and which unreachable at present. */
final class Whereabouts {
  private final Machine machine;
  private final Hosting hosting;
  private final Cluster cluster;
  private final SortedMap<Integer, String> lost = new TreeMap<>(); // parts, and why

  Whereabouts(Machine machine, Hosting hosting, Cluster cluster) {
    this.machine = machine;
    this.hosting = hosting;
    this.cluster = cluster;
  }

  /** A part's name for users. */
  static String name(Machine machine, int part) {
    int lock = machine.wiring().lockOf(part);
    return lock >= 0 ? "lock:" + machine.lockName(lock) : machine.wiring().name(part);
  }

  void lose(int part, String why) {
    lost.put(part, why);
  }

  /** The lost parts, and why each is. */
  SortedMap<Integer, String> lost() {
    return Collections.unmodifiableSortedMap(lost);
  }

  /** The numbers of the nodes whose parts are lost. */
  Set<Integer> lostNodes() {
    SortedMap<Integer, Integer> origins = hosting.originsOfParts();
    return lost.keySet().stream().map(origins::get).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Is a part's node reachable? */
  boolean reachable(int part) {
    return reachable(hosting.places().get(part));
  }

  /** Is there a part that is unreachable but not lost? */
  boolean anySilent() {
    return hosting.places().keySet().stream()
        .anyMatch(part -> !lost.containsKey(part) && !reachable(part));
  }

  private boolean reachable(String node) {
    return cluster.state().getUnreachable().stream().noneMatch(it -> Members.name(it).equals(node));
  }

  /** Why a part does not answer, if its node is there. */
  String silent(int part) {
    return hosting.places().get(part) + " does not answer: it is stopped or cut off";
  }

  /**
   * Checks that a part is there.
   *
   * @throws NodeException if it is not
   */
  void need(int part) {
    if (lost.containsKey(part)) {
      throw new NodeException(Kind.REFUSED, machine.partName(part) + ": " + lost.get(part));
    }
    if (!reachable(part) || !hosting.has(part)) {
      throw new NodeException(Kind.UNAVAILABLE, machine.partName(part) + ": " + silent(part));
    }
  }

  /**
   * @param text what the part is doing, in words; empty if it was not asked
   */
  PartInfo info(int part, String text) {
    String node = hosting.places().getOrDefault(part, "");
    String away = lost.getOrDefault(part, "");
    String gone = away.isEmpty() && !node.isEmpty() && !reachable(node) ? silent(part) : away;
    return new PartInfo(part, name(machine, part), node, text, gone);
  }
}
