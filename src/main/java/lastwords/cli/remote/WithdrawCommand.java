package lastwords.cli.remote;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.List;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.cluster.RemoteOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.node.FaultInfo;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords withdraw}. */
@Command(
    name = "withdraw",
    description = "Withdraws a fault; 'lastwords faults' shows the numbers.",
    sortOptions = false)
public final class WithdrawCommand extends ClusterCall {
  private final Output output;

  @Parameters(
      arity = "1..2",
      paramLabel = "[MACHINE] NUMBER",
      hideParamSyntax = true,
      description = "the machine is optional if there is only one")
  private List<String> words = List.of();

  @Mixin private RemoteOptions options;

  public WithdrawCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    MachineAnd said = MachineAnd.of(words);
    if (!said.word().matches("\\d{1,9}")) {
      throw new ScenarioException(
          List.of("'" + said.word() + "' is not the number of a fault; see: lastwords faults"));
    }
    RemoteMachines machines = options.machines();
    String path = RemoteMachines.path(machines.named(said.machine())) + "/faults/" + said.word();
    FaultInfo fault =
        ApiJson.read(machines.client().delete(path), new TypeReference<FaultInfo>() {});
    options.print(output, "fault", fault, RemoteMachines.words(fault));
    return ExitCode.OK;
  }
}
