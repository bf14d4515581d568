package lastwords.cli.kernel;

import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.KernelOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.scenario.Catalog;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.TreeLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords kernel show}. */
@Command(name = "show", description = "Shows the sources of a kernel, or one of its functions.")
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
              JsonReport.document(
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
    kernel.sources(arch); // reports errors before anything is printed
    output.text(output.bold(kernel.name()) + ": " + kernel.title());
    output.text("version: " + kernel.version());
    if (!kernel.date().isEmpty()) {
      output.text("date: " + kernel.date());
    }
    output.text("architectures: " + String.join(", ", kernel.architectures()));
    kernel.leavesOut().forEach(it -> output.text("leaves out: " + it));
    kernel.backports().forEach(it -> output.text("backport: " + it));
    out.println();
    output.text("on " + arch + ":");
    kernel.config(arch).forEach((symbol, value) -> output.text("  " + symbol + "=" + value));
    out.println();
    composition(kernel, arch);
    changes(kernel);
    Compilation compilation = options.compile(kernel);
    KernelOptions.check(compilation);
    compilation.replacements().forEach(it -> output.text(Replacements.text(it)));
  }

  /** Which file each source comes from. */
  private void composition(Kernel kernel, String arch) {
    Table table = new Table("source", "written in");
    for (SourceFile source : kernel.sources(arch)) {
      table.row(source.path(), String.join(", ", writtenIn(kernel, source)));
    }
    table.print(output);
  }

  private static List<String> writtenIn(Kernel kernel, SourceFile source) {
    List<TreeLine> lines = kernel.lines(source.path());
    return lines.isEmpty()
        ? List.of(source.path())
        : lines.stream().map(TreeLine::file).distinct().toList();
  }

  /** What unified diffs change. */
  private void changes(Kernel kernel) {
    List<FunctionChange> changes = patched(kernel);
    if (!changes.isEmpty()) {
      out.println();
      Table table = new Table("patched function", "change", "where");
      changes.forEach(
          it -> table.row(it.name(), it.kind().toString(), it.file() + ":" + it.line()));
      table.print(output);
    }
  }

  private static List<FunctionChange> patched(Kernel kernel) {
    Optional<KernelTree> before = kernel.unpatched().tree();
    Optional<KernelTree> after = kernel.tree();
    return before.isEmpty() || after.isEmpty()
        ? List.of()
        : KernelDiff.of(before.get(), after.get()).functions();
  }

  private void function(Kernel kernel, String wanted) {
    FunctionInfo info = KernelOptions.function(options.image(kernel), kernel, wanted);
    String text = text(kernel, info);
    out.println(output.faint("/* " + info.file() + ":" + info.line() + " */"));
    written(kernel, info, text).forEach(it -> out.println(output.faint("/* " + it + " */")));
    out.println(text);
  }

  /** Where its lines were written, if that is not where they are compiled. */
  private static List<String> written(Kernel kernel, FunctionInfo info, String text) {
    List<TreeLine> lines = kernel.lines(info.file());
    int first = info.line() - 1;
    int end = Math.min(lines.size(), first + (int) text.lines().count());
    Map<String, TreeLine> places = new LinkedHashMap<>();
    for (TreeLine line : lines.subList(Math.min(first, end), end)) {
      places.putIfAbsent(line.file(), line);
    }
    return places.values().stream().map(it -> "written in " + it.place()).toList();
  }

  private String text(Kernel kernel, FunctionInfo info) {
    String text =
        kernel.sources(options.arch(kernel)).stream()
            .filter(source -> source.path().equals(info.file()))
            .map(SourceFile::text)
            .findFirst()
            .orElse("");
    return DefinitionText.at(text, info.line());
  }

  private Map<String, Object> functionJson(Kernel kernel, String wanted) {
    FunctionInfo info = KernelOptions.function(options.image(kernel), kernel, wanted);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("kernel", kernel.name());
    document.put("function", info.name());
    document.put("file", info.file());
    document.put("line", info.line());
    String text = text(kernel, info);
    document.put("text", text);
    document.put("writtenIn", written(kernel, info, text));
    return document;
  }

  private List<Map<String, Object>> composition(Kernel kernel) {
    return kernel.sources(options.arch(kernel)).stream()
        .map(it -> Map.of("source", (Object) it.path(), "writtenIn", writtenIn(kernel, it)))
        .toList();
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
    document.put("date", kernel.date());
    document.put("leavesOut", kernel.leavesOut());
    document.put("backports", kernel.backports());
    document.put("composition", composition(kernel));
    document.put("patched", patched(kernel).stream().map(KernelDiffReport::json).toList());
    document.put("replaces", Replacements.json(compilation));
    return document;
  }
}
