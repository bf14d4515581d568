package lastwords.cli.remote;

import java.io.IOException;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineOrder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The verbs that send a machine an order without arguments. */
@Command(sortOptions = false)
public final class OrderCommand extends ClusterCall {
  private final Output output;
  private final MachineOrder order;

  @Mixin private MachineOptions options;

  private OrderCommand(Output output, MachineOrder order) {
    this.output = output;
    this.order = order;
  }

  public static CommandLine create(Output output, MachineOrder order) {
    CommandLine command = new CommandLine(new OrderCommand(output, order));
    command.getCommandSpec().name(order.word()).usageMessage().description(order.description());
    return command;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    MachineInfo now = machines.order(options.name(machines), order.word(), "");
    options.remote().print(output, "machine", now, now.name() + " " + now.state().predicate());
    return ExitCode.OK;
  }
}
