package lastwords.kernelc;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.kernelc.Compilation.Replacement;
import lastwords.kernelc.analysis.Analysis;
import lastwords.kernelc.analysis.Program;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceText;

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
   * @param files headers are read first; the others in this order
   * @param config config symbols by name, {@code CONFIG_SMP}: 1, 0 or another number
   */
  public static Compilation compile(List<SourceFile> files, Map<String, Long> config) {
    return new KernelCompiler(config).compile(files);
  }

  private Compilation compile(List<SourceFile> files) {
    List<String> signatures = Arrays.stream(Builtin.values()).map(Builtin::signature).toList();
    List<SourceText> sources =
        files.stream().map(file -> new SourceText(file.path(), file.text(), file.layer())).toList();
    Program program = new Analysis(config, signatures, problems).read(sources);
    if (problems.none()) {
      DataSizes.check(program.globals(), problems);
    }
    Optional<KernelImage> image =
        problems.none() ? new ImageCompiler(program, problems).image() : Optional.empty();
    return new Compilation(image, diagnostics(), replacements(program));
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
