package lastwords.cluster;

import java.security.SecureRandom;
import java.util.Set;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;

/**
 * Names and ids of machines on a cluster. A name is chosen by the user, or is the scenario's name
 * and a number; an id is generated.
 */
final class MachineNames {
  private static final int MOST = 100; // characters
  private static final int RANDOM_BITS = 36;
  private static final SecureRandom RANDOM = new SecureRandom();

  private MachineNames() {}

  /** Generates a unique id: the time and a random number. */
  static String id() {
    long chance = RANDOM.nextLong() >>> Long.SIZE - RANDOM_BITS;
    return digits(System.currentTimeMillis()) + "-" + digits(chance);
  }

  private static String digits(long number) {
    return Long.toString(number, Character.MAX_RADIX);
  }

  /** Generates an unused name. */
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

  /** Rejects names that cannot be part of addresses and file names. */
  static void check(String name) {
    if (!name.matches("[A-Za-z0-9][\\w.-]{0," + (MOST - 1) + "}")) {
      throw new NodeException(
          Kind.REFUSED,
          "a machine's name consists of letters, digits, '.', '_' and '-', at most "
              + MOST
              + " of them");
    }
  }
}
