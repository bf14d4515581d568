package lastwords.cli;

import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.scenario.Catalog;
import picocli.CommandLine.Command;

/** {@code lastwords kernel list}. */
@Command(
    name = "list",
    description = "Lists the kernels, and the patches that KERNEL+PATCH puts on them.")
final class KernelListCommand implements Callable<Integer> {
  private final Output output;

  KernelListCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Catalog catalog = Catalog.standard();
    Table kernels = new Table("kernel", "title");
    catalog.kernels().forEach(kernels::row);
    kernels.print(output);
    output.out().println();
    Table patches = new Table("patch", "title");
    catalog.patches().forEach(patches::row);
    patches.print(output);
    return ExitCode.OK;
  }
}
