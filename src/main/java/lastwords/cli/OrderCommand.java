package lastwords.cli;

import java.io.IOException;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import lastwords.web.ApiJson;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that tell a machine to do something and need no more words: pause, resume, halt. */
@Command(sortOptions = false)
final class OrderCommand extends ClusterCall {
  private final Output output;
  private final String order;

  @Parameters(
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only one there is")
  private Optional<String> machine = Optional.empty();

  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  private OrderCommand(Output output, String order) {
    this.output = output;
    this.order = order;
  }

  /**
   * @param name the verb
   * @param order how the HTTP interface calls it
   */
  static CommandLine create(Output output, String name, String order, String description) {
    CommandLine command = new CommandLine(new OrderCommand(output, order));
    command.getCommandSpec().name(name).usageMessage().description(description);
    return command;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    MachineInfo now = machines.order(machines.named(machine), order, "");
    output.out().println(json ? ApiJson.pretty(now) : now.id() + " is " + now.state().word());
    return ExitCode.OK;
  }
}
