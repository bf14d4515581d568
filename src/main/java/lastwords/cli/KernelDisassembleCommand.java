package lastwords.cli;

import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.kernelc.Disassembler;
import lastwords.kernelc.KernelImage;
import lastwords.scenario.Catalog;
import lastwords.scenario.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel disassemble}. */
@Command(name = "disassemble", description = "Prints the byte code of a function.")
final class KernelDisassembleCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      index = "0",
      paramLabel = "KERNEL",
      completionCandidates = Candidates.Kernels.class,
      description = "5.2, 5.2+panic-lock-safe, 5.2+./my.c")
  private String kernel = "";

  @Parameters(index = "1", paramLabel = "FUNCTION", description = "its name in kernel C")
  private String function = "";

  @Mixin private KernelOptions options;

  KernelDisassembleCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Kernel found = Catalog.standard().kernel(kernel);
    KernelImage image = options.image(found);
    output.out().print(Disassembler.print(image, KernelOptions.function(image, found, function)));
    return ExitCode.OK;
  }
}
