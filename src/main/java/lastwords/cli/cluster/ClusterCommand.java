package lastwords.cli.cluster;

import lastwords.cli.console.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastwords cluster}: a cluster of processes on this machine. */
@Command(
    name = "cluster",
    description = "Starts a cluster on this host, shows its state, stops it.",
    synopsisSubcommandLabel = "VERB")
public final class ClusterCommand implements Runnable {
  @Spec private CommandSpec spec;

  private ClusterCommand() {}

  public static CommandLine create(Output output) {
    CommandLine command = new CommandLine(new ClusterCommand());
    command.addSubcommand(new ClusterUpCommand(output));
    command.addSubcommand(new ClusterStatusCommand(output));
    command.addSubcommand(new ClusterDownCommand(output));
    command.addSubcommand(new ClusterKeysCommand(output));
    return command;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing: up, status, down or keys");
  }
}
