package lastwords.cli.remote;

import java.io.IOException;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.MachineInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords outcome}. */
@Command(
    name = "outcome",
    description = "Shows the outcome of a machine on a cluster, as 'lastwords run' does.",
    sortOptions = false)
public final class OutcomeCommand extends ClusterCall {
  private final Output output;

  @Mixin private MachineOptions options;

  @Option(names = "--wait", description = "waits for the machine to end")
  private boolean wait;

  public OutcomeCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    String id = options.name(machines);
    MachineInfo now = wait ? machines.awaitEnd(id) : machines.one(id);
    if (!now.state().over()) {
      output.complain(id + " " + now.state().predicate() + " and has no outcome yet; add --wait");
      return ExitCode.USAGE;
    }
    if (now.state() == MachineInfo.State.FAILED) {
      output.complain(id + " failed: " + now.outcome());
      return ExitCode.UNEXPECTED;
    }
    RemoteReport.print(machines.report(id), options.remote().json(), output);
    return ExitCode.OK;
  }
}
