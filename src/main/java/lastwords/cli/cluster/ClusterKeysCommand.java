package lastwords.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.local.ClusterKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lastwords cluster keys}. */
@Command(
    name = "keys",
    description = "Creates a key for the nodes of a cluster; copy the folder to each of them.",
    footer = {"", "Anyone who has the key can join. 'cluster up' creates one for its own nodes."},
    sortOptions = false)
final class ClusterKeysCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(paramLabel = "DIR", description = "folder for the key; created if missing")
  private Path folder;

  ClusterKeysCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    ClusterKeys keys = ClusterKeys.create(folder);
    output.out().println("the key is in " + keys.keyStore());
    output.command("next: ", "lastwords node --keys " + folder);
    return ExitCode.OK;
  }
}
