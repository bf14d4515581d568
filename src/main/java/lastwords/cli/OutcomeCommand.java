package lastwords.cli;

import java.io.IOException;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords outcome}. */
@Command(
    name = "outcome",
    description = "Shows what came of a machine on a cluster, as 'lastwords run' does.",
    sortOptions = false)
final class OutcomeCommand extends ClusterCall {
  private final Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only one there is")
  private Optional<String> machine = Optional.empty();

  @Option(names = "--wait", description = "waits for the machine's end")
  private boolean wait;

  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  OutcomeCommand(Output output) {
    this.output = output;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    String id = machines.named(machine);
    MachineInfo now = wait ? machines.awaitEnd(id) : machines.one(id);
    if (!now.state().over()) {
      output.complain(id + " is " + now.state().word() + " and has no outcome yet; add --wait");
      return ExitCode.USAGE;
    }
    if (now.state() == MachineInfo.State.FAILED) {
      output.complain(id + " failed: " + now.outcome());
      return ExitCode.UNEXPECTED;
    }
    RemoteReport.print(machines.report(id), json, output);
    return ExitCode.OK;
  }
}
