package lastwords.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.cluster.node.PartInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lastwords parts}. */
@Command(
    name = "parts",
    description = "Shows where each part of a machine is and what it does.",
    sortOptions = false)
public final class PartsCommand extends ClusterCall {
  private static final TypeReference<List<PartInfo>> PARTS = new TypeReference<>() {};

  private final Output output;

  @Mixin private MachineOptions options;

  public PartsCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    String path = RemoteMachines.path(options.name(machines)) + "/parts";
    List<PartInfo> parts = machines.client().get(path, PARTS);
    Table table = new Table("part", "node", "state");
    for (PartInfo it : parts) {
      table.row(it.name(), it.node(), it.lost().isEmpty() ? it.state() : it.lost());
    }
    options.remote().print(output, "parts", Map.of("parts", parts), table);
    return ExitCode.OK;
  }
}
