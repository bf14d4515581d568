package lastwords.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.FunctionInfo;
import lastwords.kernelc.SourceFile;
import lastwords.scenario.Catalog;
import lastwords.scenario.Kernel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel show}. */
@Command(
    name = "show",
    description = "Shows what a kernel is made of, or the source of one of its functions.")
final class KernelShowCommand implements Callable<Integer> {
  private final Output output;
  private final PrintStream out;

  @Parameters(
      index = "0",
      paramLabel = "KERNEL",
      completionCandidates = Candidates.Kernels.class,
      description = "5.2, 5.2+panic-lock-safe, 5.2+./my.c")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FUNCTION",
      description = "its name in kernel C")
  private Optional<String> function = Optional.empty();

  @Mixin private KernelOptions options;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  KernelShowCommand(Output output) {
    this.output = output;
    this.out = output.out();
  }

  @Override
  public Integer call() throws IOException {
    Kernel kernel = Catalog.standard().kernel(name);
    if (json) {
      output
          .out()
          .println(
              Json.document(
                  "kernel",
                  function.isPresent()
                      ? functionJson(kernel, function.get())
                      : overviewJson(kernel)));
      return ExitCode.OK;
    }
    function.ifPresentOrElse(it -> function(kernel, it), () -> overview(kernel));
    return ExitCode.OK;
  }

  private void overview(Kernel kernel) {
    String arch = options.arch(kernel);
    output.text(output.bold(kernel.name()) + ": " + kernel.title());
    output.text("version: " + kernel.version());
    output.text("architectures: " + String.join(", ", kernel.architectures()));
    out.println();
    output.text("on " + arch + ":");
    kernel.config(arch).forEach((symbol, value) -> output.text("  " + symbol + "=" + value));
    kernel.sources(arch).forEach(source -> output.text("  " + source.path()));
    Compilation compilation = options.compile(kernel);
    KernelOptions.check(compilation);
    compilation.replacements().forEach(it -> output.text("  " + Replacements.text(it)));
  }

  private void function(Kernel kernel, String wanted) {
    FunctionInfo info = KernelOptions.function(options.image(kernel), kernel, wanted);
    out.println(output.faint("/* " + info.file() + ":" + info.line() + " */"));
    out.println(text(kernel, info));
  }

  private String text(Kernel kernel, FunctionInfo info) {
    String text =
        kernel.sources(options.arch(kernel)).stream()
            .filter(source -> source.path().equals(info.file()))
            .map(SourceFile::text)
            .findFirst()
            .orElse("");
    return Definition.at(text, info.line());
  }

  private Map<String, Object> functionJson(Kernel kernel, String wanted) {
    FunctionInfo info = KernelOptions.function(options.image(kernel), kernel, wanted);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kernel", kernel.name());
    document.put("function", info.name());
    document.put("file", info.file());
    document.put("line", info.line());
    document.put("text", text(kernel, info));
    return document;
  }

  private Map<String, Object> overviewJson(Kernel kernel) {
    String arch = options.arch(kernel);
    Compilation compilation = options.compile(kernel);
    KernelOptions.check(compilation);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kernel", kernel.name());
    document.put("title", kernel.title());
    document.put("version", kernel.version());
    document.put("architectures", kernel.architectures());
    document.put("arch", arch);
    document.put("config", kernel.config(arch));
    document.put("sources", kernel.sources(arch).stream().map(SourceFile::path).toList());
    document.put("replaces", Replacements.json(compilation));
    return document;
  }
}
