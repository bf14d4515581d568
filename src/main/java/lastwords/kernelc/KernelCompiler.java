package lastwords.kernelc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.kernelc.Compilation.Replacement;
import lastwords.kernelc.analysis.Analysis;
import lastwords.kernelc.analysis.Program;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Global;

/** Compiles kernel C. */
public final class KernelCompiler {
  private final Problems problems = new Problems();
  private final Map<String, Long> config;

  private KernelCompiler(Map<String, Long> config) {
    this.config = config;
  }

  /**
   * Compiles all sources of a kernel together.
   *
   * @param files headers are read first; else in this order
   * @param config config symbols by name, {@code CONFIG_SMP}: 1 or 0 or a number
   */
  public static Compilation compile(List<SourceFile> files, Map<String, Long> config) {
    return new KernelCompiler(config).compile(files);
  }

  private Compilation compile(List<SourceFile> files) {
    List<String> signatures = Arrays.stream(Builtin.values()).map(Builtin::signature).toList();
    List<SourceText> sources =
        files.stream().map(file -> new SourceText(file.path(), file.text(), file.layer())).toList();
    Program program = new Analysis(config, signatures, problems).read(sources);
    Optional<KernelImage> image = problems.none() ? image(program) : Optional.empty();
    return new Compilation(
        image.filter(found -> problems.none()), diagnostics(), replacements(program));
  }

  private Optional<KernelImage> image(Program program) {
    Functions functions = new Functions(program.functions(), problems);
    Layout layout = new Layout(program.globals());
    Strings strings = new Strings();
    CodeBuffer buffer = new CodeBuffer();
    Purity purity = new Purity();
    List<FunctionInfo> infos = new ArrayList<>();
    for (Function function : program.functions()) {
      problems.guardDefinition(
          function.spot(),
          () ->
              infos.add(
                  new FunctionCompiler(function, functions, layout, strings, buffer, purity)
                      .compile(problems)));
    }
    DataValues values = new DataValues(layout, strings, functions);
    long[] data = values.data();
    long[] perCpu = values.perCpu();
    long[] privates = values.privates();
    if (!problems.none()) {
      return Optional.empty();
    }
    List<Integer> initcalls =
        program.initcalls().stream()
            .map(function -> functions.number(function, function.spot()))
            .toList();
    return Optional.of(
        new KernelImage(
            buffer.code(),
            buffer.constants(),
            buffer.lines(),
            infos,
            layout.infos(),
            layout.locks(),
            strings.all(),
            data,
            perCpu,
            privates,
            initcalls,
            WordNames.of(program.globals().stream().map(Global::type).toList(), layout.infos())));
  }

  private List<Diagnostic> diagnostics() {
    return problems.sorted().stream()
        .map(
            problem ->
                new Diagnostic(
                    problem.spot().file(),
                    problem.spot().line(),
                    problem.spot().column(),
                    problem.message()))
        .toList();
  }

  private static List<Replacement> replacements(Program program) {
    return program.replacements().stream()
        .map(
            replaced ->
                new Replacement(
                    replaced.name(),
                    replaced.kind(),
                    replaced.before().fileAndLine(),
                    replaced.after().fileAndLine()))
        .toList();
  }
}
