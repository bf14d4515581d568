package lastwords.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import lastwords.web.ApiJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords fetch}. */
@Command(
    name = "fetch",
    description = "Fetches the recording of a machine that has ended, for 'lastwords replay'.",
    sortOptions = false)
final class FetchCommand extends ClusterCall {
  private final Output output;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "MACHINE",
      description = "default: the only one there is")
  private Optional<String> machine = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "default: MACHINE.recording")
  private Optional<Path> file = Optional.empty();

  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  FetchCommand(Output output) {
    this.output = output;
  }

  @Override
  int run() throws IOException, InterruptedException {
    RemoteMachines machines = new RemoteMachines(on.client());
    String id = machines.named(machine);
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
    output
        .out()
        .println(
            json
                ? ApiJson.pretty(new Fetched(id, target.toString(), bytes))
                : target + ", " + bytes + " bytes; next: lastwords replay " + target);
  }

  private record Fetched(String machine, String file, long bytes) {}
}
