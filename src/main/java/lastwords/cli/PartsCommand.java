package lastwords.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.PartInfo;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords parts}. */
@Command(
    name = "parts",
    description = "Shows where each part of a machine lives and what it does.",
    sortOptions = false)
final class PartsCommand extends ClusterCall {
  private static final TypeReference<List<PartInfo>> PARTS = new TypeReference<>() {};

  private final Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only one there is")
  private Optional<String> machine = Optional.empty();

  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints JSON instead of a table")
  private boolean json;

  PartsCommand(Output output) {
    this.output = output;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    String path = RemoteMachines.path(machines.named(machine)) + "/parts";
    List<PartInfo> parts = machines.client().get(path, PARTS);
    if (json) {
      output.out().println(ApiJson.pretty(parts));
      return ExitCode.OK;
    }
    Table table = new Table("part", "node", "state");
    for (PartInfo it : parts) {
      table.row(it.name(), it.node(), it.lost().isEmpty() ? it.state() : it.lost());
    }
    table.print(output.out());
    return ExitCode.OK;
  }
}
