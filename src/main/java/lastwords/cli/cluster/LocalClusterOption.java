package lastwords.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.local.LocalCluster;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine.Option;

/** Selects a local cluster by its folder. */
public final class LocalClusterOption {
  @Option(
      names = "--dir",
      paramLabel = "D",
      description =
          "folder of the local cluster, for logs and traces; default:"
              + " ~/.local/state/lastwords/cluster")
  private Optional<Path> folder = Optional.empty();

  Path folder() {
    return folder.orElseGet(LocalCluster::standardFolder);
  }

  /**
   * The cluster, whatever state its nodes are in.
   *
   * @throws ScenarioException if there is none
   */
  LocalCluster cluster() throws IOException {
    return LocalCluster.find(folder())
        .orElseThrow(
            () ->
                new ScenarioException(
                    List.of("no cluster is running; start one with: lastwords cluster up")));
  }
}
