package lastwords.cli.cluster;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.web.ApiJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords partition} and {@code lastwords heal}. */
@Command(sortOptions = false)
public final class PartitionCommand extends ClusterCall {
  private final Output output;
  private final boolean cut;

  @Parameters(index = "0", paramLabel = "NODE", description = "one side")
  private String from = "";

  @Parameters(index = "1", paramLabel = "NODE", description = "the other side")
  private String to = "";

  @Mixin private RemoteOptions options;

  private PartitionCommand(Output output, boolean cut) {
    this.output = output;
    this.cut = cut;
  }

  public static CommandLine create(Output output, boolean cut) {
    CommandLine command = new CommandLine(new PartitionCommand(output, cut));
    command
        .getCommandSpec()
        .name(cut ? "partition" : "heal")
        .usageMessage()
        .description(
            cut
                ? "Cuts the network between two nodes of a local cluster: messages are lost."
                : "Restores the network between two nodes after 'lastwords partition'.");
    return command;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("from", from);
    order.put("to", to);
    order.put("cut", cut);
    options.client().post("/v1/partitions", ApiJson.text(order));
    String reach = cut ? " cannot reach" : " can reach";
    options.print(output, "partition", order, from + " and " + to + reach + " each other");
    return ExitCode.OK;
  }
}
