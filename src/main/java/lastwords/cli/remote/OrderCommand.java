package lastwords.cli.remote;

import java.io.IOException;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.MachineInfo;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The verbs that send a machine an order without arguments: pause, resume, stop. */
@Command(sortOptions = false)
public final class OrderCommand extends ClusterCall {
  private final Output output;
  private final String order;

  @Mixin private MachineOptions options;

  private OrderCommand(Output output, String order) {
    this.output = output;
    this.order = order;
  }

  /**
   * @param order the verb, and the last part of its HTTP path
   */
  public static CommandLine create(Output output, String order, String description) {
    CommandLine command = new CommandLine(new OrderCommand(output, order));
    command.getCommandSpec().name(order).usageMessage().description(description);
    return command;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    MachineInfo now = machines.order(options.name(machines), order, "");
    options.remote().print(output, "machine", now, now.name() + " is " + now.state().word());
    return ExitCode.OK;
  }
}
