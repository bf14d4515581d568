package lastwords.cli.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.KernelOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.Diagnostic;
import lastwords.scenario.Catalog;
import lastwords.scenario.kernel.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel check}. */
@Command(name = "check", description = "Compiles kernel C on top of a kernel and reports errors.")
final class KernelCheckCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "kernel C (*.c), a patch (*.patch, *.conf), or the folder of a kernel")
  private List<String> files = List.of();

  @Option(
      names = "--kernel",
      paramLabel = "K",
      completionCandidates = Candidates.Kernels.class,
      description = "the kernel to compile it with; default: ${DEFAULT-VALUE}")
  private String kernel = "5.2";

  @Mixin private KernelOptions options;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  KernelCheckCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Compilation compilation = options.compile(whole());
    if (json) {
      return json(compilation);
    }
    KernelOptions.check(compilation);
    compilation.replacements().forEach(it -> output.text(Replacements.text(it)));
    output.text(
        String.join(", ", files)
            + (isFolder() ? ": compiles" : ": compiles with kernel " + kernel));
    return ExitCode.OK;
  }

  private Kernel whole() {
    String name = isFolder() ? KernelCheckoutCommand.asKernel(Path.of(files.get(0))) : layered();
    return Catalog.standard().kernel(name);
  }

  private String layered() {
    return kernel + "+" + String.join("+", files);
  }

  /** A folder is a whole kernel, as written by checkout. */
  private boolean isFolder() {
    return files.size() == 1 && Files.isDirectory(Path.of(files.get(0)));
  }

  private int json(Compilation compilation) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kernel", isFolder() ? files.get(0) : kernel);
    document.put("files", files);
    document.put("compiles", compilation.image().isPresent());
    document.put(
        "errors", compilation.diagnostics().stream().map(KernelCheckCommand::error).toList());
    document.put("replaces", Replacements.json(compilation));
    output.out().println(JsonReport.document("check", document));
    return compilation.image().isPresent() ? ExitCode.OK : ExitCode.USAGE;
  }

  private static Map<String, Object> error(Diagnostic it) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", it.file());
    object.put("line", it.line());
    object.put("column", it.column());
    object.put("message", it.message());
    return object;
  }
}
