package lastwords.cluster;

import java.util.Set;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;

/** What machines on a cluster are called: their scenario's name and a number. */
final class MachineNames {
  private static final int MOST = 100; // characters

  private MachineNames() {}

  /** A name that no machine has. */
  static String free(LaunchOrder order, Set<String> taken) {
    String scenario = order.bundle().scenario();
    String base = scenario.substring(scenario.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "-");
    String stem = base.substring(0, Math.min(base.length(), MOST - 10));
    int number = 1;
    while (taken.contains(stem + "-" + number)) {
      number++;
    }
    return stem + "-" + number;
  }

  /** A name stands in addresses and file names. */
  static void check(String name) {
    if (!name.matches("[A-Za-z0-9][\\w.-]{0," + (MOST - 1) + "}")) {
      throw new NodeException(
          Kind.REFUSED,
          "a machine's name has letters, digits, '.', '_' and '-', at most " + MOST + " of them");
    }
  }
}
