package lastwords.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.local.LocalCluster;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastwords cluster down}. */
@Command(
    name = "down",
    description = "Stops all nodes of the local cluster and deletes their logs and traces.",
    sortOptions = false)
final class ClusterDownCommand implements Callable<Integer> {
  private final Output output;

  @Option(
      names = "--dir",
      paramLabel = "D",
      description = "its folder; default: ~/.local/state/lastwords/cluster")
  private Optional<Path> folder = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  ClusterDownCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Path home = folder.orElseGet(LocalCluster::standardFolder);
    LocalCluster cluster =
        LocalCluster.find(home)
            .orElseThrow(
                () ->
                    new ScenarioException(
                        List.of("no cluster is running; start one with: lastwords cluster up")));
    List<String> killed = cluster.end();
    int count = cluster.nodes().size();
    output
        .out()
        .println(
            json
                ? ClusterJson.of("cluster-down", Map.of("ended", count, "killed", killed))
                : Wording.count(count, "node") + (count == 1 ? " has stopped" : " have stopped"));
    killed.forEach(it -> output.complain(it + " did not leave and was killed"));
    return ExitCode.OK;
  }
}
