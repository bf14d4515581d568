package lastwords.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.kernelc.source.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords fetch}. */
@Command(
    name = "fetch",
    description = "Downloads the recording of a machine that has ended, for 'lastwords replay'.",
    sortOptions = false)
public final class FetchCommand extends ClusterCall {
  private final Output output;

  @Mixin private MachineOptions options;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "default: MACHINE.recording")
  private Optional<Path> file = Optional.empty();

  public FetchCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    String id = options.name(machines);
    Path target = file.orElseGet(() -> Path.of(RemoteReport.file(id)));
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    try (InputStream in = machines.client().stream(RemoteMachines.path(id) + "/recording")) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
    tell(id, target);
    return ExitCode.OK;
  }

  private void tell(String id, Path target) throws IOException {
    long bytes = Files.size(target);
    Fetched fetched = new Fetched(id, target.toString(), bytes);
    String next = "next: lastwords replay " + target;
    options
        .remote()
        .print(
            output,
            "fetch",
            fetched,
            output.asTyped(target + ", " + Wording.count(bytes, "byte") + "; " + next));
  }

  private record Fetched(String machine, String file, long bytes) {}
}
