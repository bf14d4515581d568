package lastwords.cli.kernel;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.scenario.Catalog;
import lastwords.scenario.kernel.Checkout;
import lastwords.scenario.kernel.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel checkout}. */
@Command(
    name = "checkout",
    description = {
      "Writes the sources of a kernel to a new folder, for editing.",
      "The folder is a kernel: --kernel DIR runs it."
    })
final class KernelCheckoutCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "KERNEL",
      completionCandidates = Candidates.Kernels.class,
      description = "5.2, 5.2+panic-lock-safe, 5.2+./my.patch")
  private String name = "";

  @Parameters(index = "1", paramLabel = "DIR", description = "a new or empty folder")
  private Path folder = Path.of("");

  KernelCheckoutCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Kernel kernel = Catalog.standard().kernel(name);
    int files = Checkout.write(kernel, folder);
    String path = asKernel(folder);
    output.text(folder + ": kernel " + name + ", " + files + " sources and kernel.conf");
    output.text("edit it, then for example:");
    output.command("  ", "lastwords kernel check " + path);
    output.command("  ", "lastwords kernel diff " + name + " " + path);
    output.command("  ", "lastwords compare " + name + " " + path + " logbuf-scenario-2");
    output.command("  ", "lastwords run logbuf-scenario-2 --kernel " + path);
    return ExitCode.OK;
  }

  /** The folder as the value of an option: a name without a slash would be a release. */
  static String asKernel(Path folder) {
    String path = folder.toString();
    return path.contains("/") ? path : "./" + path;
  }
}
