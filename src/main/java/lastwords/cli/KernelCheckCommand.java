package lastwords.cli;

import java.util.List;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.kernelc.Compilation;
import lastwords.scenario.Catalog;
import lastwords.scenario.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel check}. */
@Command(
    name = "check",
    description = "Compiles kernel C on top of a kernel and tells what is wrong with it.")
final class KernelCheckCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "kernel C (*.c), or a patch's manifest (*.conf)")
  private List<String> files = List.of();

  @Option(
      names = "--kernel",
      paramLabel = "K",
      description = "the kernel below; default: ${DEFAULT-VALUE}")
  private String kernel = "5.2";

  @Mixin private KernelOptions options;

  KernelCheckCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Kernel whole = Catalog.standard().kernel(kernel + "+" + String.join("+", files));
    Compilation compilation = options.compile(whole);
    KernelOptions.check(compilation);
    compilation.replacements().forEach(it -> output.text(Replacements.text(it)));
    output.text(String.join(", ", files) + ": compiles with kernel " + kernel);
    return ExitCode.OK;
  }
}
