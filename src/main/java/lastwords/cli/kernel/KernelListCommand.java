package lastwords.cli.kernel;

import java.io.IOException;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Listing;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.scenario.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lastwords kernel list}. */
@Command(name = "list", description = "Lists the kernels, and the patches for KERNEL+PATCH.")
final class KernelListCommand implements Callable<Integer> {
  private final Output output;

  @Option(names = "--json", description = "prints one JSON object instead of tables")
  private boolean json;

  KernelListCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Listing listing = new Listing(Catalog.standard());
    listing.kernels();
    if (json) {
      output.out().println(listing.json());
    } else {
      listing.print(output);
    }
    return ExitCode.OK;
  }
}
