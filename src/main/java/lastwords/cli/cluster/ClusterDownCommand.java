package lastwords.cli.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.local.LocalCluster;
import lastwords.kernelc.source.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords cluster down}. */
@Command(
    name = "down",
    description = "Stops all nodes of the local cluster and deletes their logs and traces.",
    sortOptions = false)
final class ClusterDownCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private LocalClusterOption local;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  ClusterDownCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    LocalCluster cluster = local.cluster();
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
