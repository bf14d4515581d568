package lastwords.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.hocon.Nearest;

/**
 * Functions that a case adds to a kernel, but that neither replace one of its functions nor are
 * named anywhere: probably misspelt. One without parameters may be another scenario's workload,
 * unless its name is close to that of a function of the kernel.
 */
final class UnusedFunctions {
  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\n]*");

  private final Compilation compiled;
  private final List<SourceFile> sources;
  private final Set<String> added;
  private final String scenario;

  /**
   * @param sources everything that was compiled, including what CPUs run
   * @param added paths of those that are not the kernel's own
   * @param scenario the text of the scenario, including what other variants run
   */
  UnusedFunctions(
      Compilation compiled, List<SourceFile> sources, Set<String> added, String scenario) {
    this.compiled = compiled;
    this.sources =
        sources.stream().map(it -> added.contains(it.path()) ? uncommented(it) : it).toList();
    this.added = new TreeSet<>(added);
    this.scenario = scenario;
  }

  private static SourceFile uncommented(SourceFile file) {
    return new SourceFile(file.path(), COMMENT.matcher(file.text()).replaceAll(" "), file.layer());
  }

  /** One line each, with file and line. */
  List<String> warnings() {
    return compiled.image().map(this::warnings).orElse(List.of());
  }

  private List<String> warnings(KernelImage image) {
    Set<String> replaced = new TreeSet<>();
    compiled.replacements().forEach(it -> replaced.add(it.name()));
    Set<String> kernels = new TreeSet<>();
    image.functions().stream()
        .filter(it -> !added.contains(it.file()))
        .forEach(it -> kernels.add(it.name()));
    List<String> warnings = new ArrayList<>();
    for (FunctionInfo function : image.functions()) {
      boolean own = added.contains(function.file()) && !replaced.contains(function.name());
      if (own && function.vector() < 0 && written(function) && mentions(function.name()) <= 1) {
        Optional<String> meant = Nearest.misspelt(function.name(), kernels);
        if (function.params() > 0 || meant.isPresent()) {
          warnings.add(warning(function, meant));
        }
      }
    }
    return warnings;
  }

  /**
   * Is its definition spelled out? Otherwise a macro defines it, and probably also registers it.
   */
  private boolean written(FunctionInfo function) {
    Pattern definition = Pattern.compile("\\b" + function.name() + "\\s*\\(");
    return sources.stream()
        .filter(it -> it.path().equals(function.file()))
        .anyMatch(it -> definition.matcher(it.text()).find());
  }

  /** How often the name occurs anywhere: once where the function is defined. */
  private long mentions(String name) {
    Pattern word = Pattern.compile("\\b" + name + "\\b");
    return sources.stream().mapToLong(it -> word.matcher(it.text()).results().count()).sum()
        + word.matcher(scenario).results().count();
  }

  private static String warning(FunctionInfo function, Optional<String> meant) {
    return function.file()
        + ":"
        + function.line()
        + ": warning: '"
        + function.name()
        + "' replaces no function of the kernel, and nothing calls it"
        + meant.map(it -> "; did you mean '" + it + "'?").orElse("");
  }
}
