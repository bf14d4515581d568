package lastwords.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.NodeOptions;
import lastwords.cluster.node.Placement;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.setting.Overrides;

/**
 * A node in a process of its own, for tests. It launches machines given by lines of its standard
 * input, {@code NAME SCENARIO VARIANT CLOCK PART=NODE,...}, paused, and ends at the end of the
 * input.
 */
public final class TestNode {
  private TestNode() {}

  /**
   * @param args name, seed node (empty: none), folder, configuration (empty: as shipped)
   */
  public static void main(String[] args) throws IOException {
    List<String> seeds = args[1].isEmpty() ? List.of() : List.of(args[1]);
    Optional<Path> config = args[3].isEmpty() ? Optional.empty() : Optional.of(Path.of(args[3]));
    ClusterNode node =
        Nodes.start(
            new NodeOptions(
                args[0], "127.0.0.1", 0, seeds, List.of(), Path.of(args[2]), "", true, config));
    System.out.println("@@ " + node.address());
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      node.launch(order(line.split(" ")));
    }
    Runtime.getRuntime().halt(0);
  }

  private static LaunchOrder order(String[] words) {
    Bundle bundle =
        Bundle.of(Catalog.at(Path.of("")).scenario(words[1]).variant(words[2], Overrides.NONE));
    SortedMap<String, String> places = new TreeMap<>();
    for (String place : words[4].split(",")) {
      places.put(place.replaceFirst("=.*", ""), place.replaceFirst(".*=", ""));
    }
    Placement placement = new Placement(false, places);
    Clock clock = Clock.valueOf(words[3]);
    return new LaunchOrder(bundle, clock, 1, 1.0, placement, 0, 0, words[0], true);
  }
}
