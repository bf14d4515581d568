package lastwords.cli.remote;

import java.io.IOException;
import java.util.Optional;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.cluster.RemoteOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Options common to all verbs about one machine of a cluster. */
final class MachineOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only machine")
  private Optional<String> machine = Optional.empty();

  @Mixin private RemoteOptions remote;

  RemoteOptions remote() {
    return remote;
  }

  /** The name of the machine. */
  String name(RemoteMachines machines) throws IOException, InterruptedException {
    return machines.named(machine);
  }
}
